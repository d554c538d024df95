import { randomUUID } from 'node:crypto';
import { SellerOrderReturned, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aDelivery, aLabelWithoutLot, aTradedLine } from '../facts/events.factory.js';
import { RecordTradedLinesWhenSellerOrderDelivered } from '../facts/record-traded-lines.js';
import { auditLib, AuditModule } from '../index.js';
import { makeLabelPeriods } from './product-periods.js';

const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const [HANOI, CAN_THO] = [
  { communeCode: '00004', provinceCode: '01' },
  { communeCode: '31309', provinceCode: '92' },
];

describe('the totals of a commune', () => {
  let world: World;

  beforeEach(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterEach(() => world.close());

  const deliver = (...orders: SellerOrderDeliveredV1[]) =>
    world.db.transaction((tx) =>
      world.get(RecordTradedLinesWhenSellerOrderDelivered).handleAll(
        tx,
        orders.map((data) => ({ id: randomUUID(), name: '', occurredAt: '', data })),
      ),
    );
  const read = async (path: string) => (await world.http('GET', `/audit/indicators/12${path}`, { as: nation })).body;
  const shares = async () => {
    const { numerator, denominator } = await read('?period=2026-Q3');
    const cells = (await read('/breakdown?period=2026-Q3&by=commune')).data;
    return [
      `${numerator}/${denominator}`,
      ...cells
        .map((cell: { code: string; numerator: number; denominator: number }) => `${cell.code} ${cell.numerator}/${cell.denominator}`)
        .toSorted(),
    ];
  };
  const totals = () => sql(world.db.read, 'select * from audit.label_period order by period, commune_code, set_code');

  it('count a product once however many places it is sold from, and no more where its lines went back', async () => {
    const productId = randomUUID();
    const [good, bad] = [aTradedLine({ productId }), aTradedLine({ productId, label: aLabelWithoutLot() })];
    const first = aDelivery({ ...HANOI, lines: [good] });
    await deliver(first);
    expect(await shares()).toEqual(['1/1', '00004 1/1']);
    await deliver(aDelivery({ ...CAN_THO, lines: [bad] }));
    expect(await shares()).toEqual(['0/1', '00004 1/1', '31309 0/1']);
    await world.db.transaction((tx) =>
      world.get(Events).publish(tx, SellerOrderReturned, {
        sellerOrderId: first.sellerOrderId,
        returnedAt: '2026-09-01T00:00:00Z',
        lineIds: [good.lineId],
      }),
    );
    await world.drain();
    expect(await shares()).toEqual(['0/1', '31309 0/1']);
  });

  it('lose none of the batches that are written at the same moment, and are the same made anew', async () => {
    const batches = Array.from({ length: 6 }, () => [aDelivery(HANOI), aDelivery({ ...CAN_THO, lines: [aTradedLine({ setCode: '13' })] })]);
    await Promise.all(batches.map((orders, index) => deliver(...(index % 2 ? orders : orders.toReversed()))));
    expect(await shares()).toEqual(['12/12', '00004 6/6', '31309 6/6']);
    const kept = await totals();
    expect(kept.length).toBeGreaterThan(0);
    await world.db.transaction(async (tx) => {
      await sql(tx, 'delete from audit.label_period');
      await makeLabelPeriods(tx);
    });
    expect(await totals()).toEqual(kept);
  });
});
