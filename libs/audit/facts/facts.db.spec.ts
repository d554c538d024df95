import { randomUUID } from 'node:crypto';
import { DeliveryPlaceCorrected, SellerOrderDelivered, SellerOrderReturned, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { drift, Events, sql, type EventHandler, type EventKind } from '@choxa/platform';
import { ParcelClosed } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { aClosedParcel, aDelivery, aLabelWithoutLot } from './events.factory.js';
import { MarkTradedLinesReturnedWhenSellerOrderReturned } from './mark-traded-lines-returned.js';
import { RecordTradedLinesWhenSellerOrderDelivered } from './record-traded-lines.js';

const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });

describe('the facts of audit', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());
  beforeEach(() =>
    sql(
      world.db.read,
      'truncate audit.traded_line, audit.product_period, audit.product_gap, audit.label_period, audit.line_return, audit.closed_parcel, audit.parcel_period, audit.reopened_parcel',
    ),
  );

  async function tell<Data extends object>(kind: EventKind<Data>, ...facts: Data[]): Promise<void> {
    await world.db.transaction(async (tx) => {
      for (const fact of facts) await world.get(Events).publish(tx, kind, fact);
    });
    await world.drain();
  }
  const deliver = (...orders: SellerOrderDeliveredV1[]) => tell(SellerOrderDelivered, ...orders);
  const give = (order: SellerOrderDeliveredV1, returnedAt: string) =>
    tell(SellerOrderReturned, { sellerOrderId: order.sellerOrderId, returnedAt, lineIds: order.lines.map((line) => line.lineId) });
  const read = async (path: string, as = nation) => (await world.http('GET', `/audit/${path}`, { as })).body;
  const inQ3 = async (number = 12) => {
    const { numerator, denominator, share } = await read(`indicators/${number}?period=2026-Q3&province=`);
    return [numerator, denominator, share];
  };

  it('has no drift between entities and migrations', async () => {
    expect(await drift(world.config.databaseUrl, [auditLib])).toEqual([]);
  });

  it('counts once what is told twice, under the same event and under another', async () => {
    const order = aDelivery();
    const parcel = aClosedParcel();
    await deliver(order, order);
    await tell(ParcelClosed, parcel, parcel);
    await sql(world.db.read, `update pgboss.job set state = 'created' where state = 'completed'`);
    await world.drain();
    expect(await inQ3(12)).toEqual([1, 1, '100.00']);
    expect(await inQ3(13)).toEqual([1, 1, '100.00']);
  });

  it('keeps a line as it was first told', async () => {
    const order = aDelivery();
    await deliver(order);
    await deliver({ ...order, lines: order.lines.map((line) => ({ ...line, label: aLabelWithoutLot() })) });
    expect(await inQ3()).toEqual([1, 1, '100.00']);
  });

  it.each([
    ['takes a line out that was returned by the end of the 15th day after the quarter', '2026-10-15T23:59:59.999+07:00', 0],
    ['keeps a line that was returned on the 16th day', '2026-10-16T00:00:00+07:00', 1],
  ])('%s', async (_, at, counted) => {
    const order = aDelivery();
    await deliver(order);
    await give(order, at);
    expect((await inQ3())[1]).toBe(counted);
  });

  it('holds the earliest time of a return that is told more than once', async () => {
    const order = aDelivery();
    await deliver(order);
    await give(order, '2026-10-20T00:00:00Z');
    expect((await inQ3())[1]).toBe(1);
    await give(order, '2026-09-01T00:00:00Z');
    await give(order, '2026-10-20T00:00:00Z');
    expect((await inQ3())[1]).toBe(0);
  });

  it('takes a return that is told before its delivery', async () => {
    const order = aDelivery();
    await give(order, '2026-09-01T00:00:00Z');
    await deliver(order);
    expect((await inQ3())[1]).toBe(0);
  });

  it('follows a place of delivery that is corrected, whichever is told first', async () => {
    const order = aDelivery({ toAddress: true });
    const correct = (telling: number, toAddress: boolean | null, { sellerOrderId } = order) =>
      tell(DeliveryPlaceCorrected, { sellerOrderId, toAddress, telling });
    const places = async () => [
      ...(await sql(world.db.read, 'select to_address as at from audit.traded_line')).map(({ at }) => at),
      ...(await sql(world.db.read, `select address_lines as lines from audit.product_period where period = '2026-Q3'`)).map(
        ({ lines }) => lines,
      ),
    ];
    await deliver(order);
    expect(await places()).toEqual([true, 1]);
    await correct(2, null);
    expect(await places()).toEqual([null, 0]);
    await correct(5, true);
    await correct(3, false);
    expect(await places()).toEqual([true, 1]);
    await sql(world.db.read, 'truncate audit.traded_line, audit.product_period');
    const early = aDelivery({ toAddress: true });
    await correct(3, false, early);
    await correct(2, null, early);
    await deliver(early);
    expect(await places()).toEqual([false, 0]);
  });

  it('loses no return that is handled at the same moment as its delivery', async () => {
    const orders = Array.from({ length: 20 }, () => aDelivery());
    const handle = <Data extends object>(handler: EventHandler<Data>, data: Data) =>
      world.db.transaction((tx) => handler.handle(tx, { id: randomUUID(), name: '', occurredAt: '', data }));
    // Some at a time: a transaction waits three seconds for a connection at most.
    for (let from = 0; from < orders.length; from += 4)
      await Promise.all(
        orders.slice(from, from + 4).flatMap((order) => [
          handle(world.get(RecordTradedLinesWhenSellerOrderDelivered), order),
          handle(world.get(MarkTradedLinesReturnedWhenSellerOrderReturned), {
            sellerOrderId: order.sellerOrderId,
            returnedAt: '2026-09-01T00:00:00Z',
            lineIds: order.lines.map((line) => line.lineId),
          }),
        ]),
      );
    const marked = await sql(world.db.read, 'select 1 from audit.traded_line where returned_at is not null');
    expect(marked).toHaveLength(orders.length);
  });

  it('keeps a closed parcel’s last closing, whichever is told first, and a number given anew as another parcel', async () => {
    const first = aClosedParcel({ closedAt: '2026-08-01T00:00:00Z' });
    const corrected = { ...first, closedAt: '2026-08-03T00:00:00Z', outcome: 'RTD' as const, deliveryPlace: null };
    await tell(ParcelClosed, corrected, first);
    expect(await inQ3(13)).toEqual([0, 1, '0.00']);
    await tell(ParcelClosed, { ...first, closedAt: '2024-07-01T00:00:00Z' });
    expect(await inQ3(13)).toEqual([0, 1, '0.00']);
    expect((await read('indicators/13?period=2024-Q3')).denominator).toBe(1);
  });
});
