import { SellerOrderDelivered } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, OfficialsRegister, sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aDelivery, aLabelWithoutLot, aTradedLine } from '../facts/events.factory.js';
import { auditLib, AuditModule, WatchPeriods } from '../index.js';

/** The register of people belongs to another lib; here each place has one official, called after it. */
class OneOfficialEach extends OfficialsRegister {
  async phones(_kind: string, code: string): Promise<string[]> {
    return [`official of ${code}`];
  }
}

describe('a quarter past its cut-off', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({
      libs: [placesLib, auditLib],
      imports: [AuditModule],
      providers: [{ provide: OfficialsRegister, useClass: OneOfficialEach }],
    });
    const failing = { lines: [aTradedLine({ label: aLabelWithoutLot() })] };
    const inCanTho = { communeCode: '31309', provinceCode: '92' };
    await world.db.transaction(async (tx) => {
      for (const order of [
        aDelivery({ deliveredAt: '2026-05-10T03:00:00Z' }),
        aDelivery({ ...inCanTho, deliveredAt: '2026-05-10T03:00:00Z' }),
        aDelivery(),
        aDelivery({ ...inCanTho, ...failing }),
      ])
        await world.get(Events).publish(tx, SellerOrderDelivered, order);
    });
    await world.drain();
  });
  afterAll(() => world.close());

  const look = () => world.get(WatchPeriods).run();
  const told = () =>
    sql<{ to: string; template: string }>(
      world.db.read,
      'select recipient as to, template from platform.message order by template, recipient',
    );
  const alerts = async (scopeKind: 'nation' | 'province', scopeId: string) =>
    (await world.http('GET', '/audit/alerts', { as: anActor({ role: 'official', scopeKind, scopeId }) })).body.data;

  it('is looked at once: the nation hears that it can be closed, and each place which share fell', async () => {
    world.clock.set(new Date('2026-10-15T16:59:59Z'));
    expect(await look()).toBe(0);
    expect(await told()).toEqual([]);
    world.clock.set(new Date('2026-10-15T17:00:00Z'));
    const [one, rival] = await Promise.all([look(), look()]);
    expect(one + rival).toBe(2);
    expect(await look()).toBe(0);
    expect(await told()).toEqual([
      { to: 'official of VN', template: 'audit.period-closable' },
      { to: 'official of 92', template: 'audit.share-fell' },
      { to: 'official of VN', template: 'audit.share-fell' },
    ]);
  });

  it('shows what fell, the deepest first, to the officials of its place', async () => {
    const fell = { period: '2026-Q3', indicator: 12, shareBefore: '100.00', thresholdPoints: '2.00' };
    const inProvince = { ...fell, placeCode: '92', share: '0.00', fellPoints: '100.00' };
    expect(await alerts('nation', 'VN')).toMatchObject([inProvince, { ...fell, placeCode: 'VN', share: '50.00', fellPoints: '50.00' }]);
    expect(await alerts('province', '92')).toMatchObject([inProvince]);
    expect(await alerts('province', '01')).toEqual([]);
  });
});
