import { randomUUID } from 'node:crypto';
import { placesLib } from '@choxa/places';
import { sql, type EventHandler, type Tx } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aDelivery } from '../facts/events.factory.js';
import { RecordTradedLinesWhenSellerOrderDelivered } from '../facts/record-traded-lines.js';
import { RecordDisplayWhenProductPublished } from '../households/record-displays.js';
import { RecordEntryWhenMatched, RecordRegisterWhenImported } from '../households/record-registers.js';
import { auditLib, AuditModule } from '../index.js';

const NOW = new Date('2026-08-10T03:00:00Z');
const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });

// Promise 27 where facts come side by side: the mutant registers-unshared.patch must make it fail.
describe('how far households of the registers came', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule], now: NOW });
  });
  afterAll(() => world.close());
  beforeEach(() =>
    sql(
      world.db.read,
      'truncate audit.register_version, audit.register_entry, audit.register_period, audit.product_display, audit.traded_line',
    ),
  );

  const handle = <Data extends object>(tx: Tx, handler: EventHandler<Data>, data: Data) =>
    handler.handleAll!(tx, [{ id: randomUUID(), name: '', occurredAt: '', data }]);
  const tell = <Data extends object>(handler: EventHandler<Data>, data: Data) => world.db.transaction((tx) => handle(tx, handler, data));

  /** One household, its entry in a register that does not know it yet, and the words to come. */
  async function aRegistered() {
    const [versionId, entryId, householdId] = [randomUUID(), randomUUID(), randomUUID()];
    const place = { communeCode: '00004', provinceCode: '01' };
    const households = [{ entryId, householdId: null }];
    await tell(world.get(RecordRegisterWhenImported), { versionId, ...place, asOf: '2026-07-01', version: 1, households });
    const shows = (tx: Tx, at = '2026-07-05T00:00:00.000Z') =>
      handle(tx, world.get(RecordDisplayWhenProductPublished), { productId: randomUUID(), householdId, at });
    const matches = (tx: Tx) => handle(tx, world.get(RecordEntryWhenMatched), { versionId, entryId, householdId });
    return { householdId, shows, matches };
  }
  const shownIn = (period: string) =>
    sql(world.db.read, 'select household_id as id, shown_at as at from audit.register_period where period = $1', [period]);
  const asked = async (period: string) => {
    const { body } = await world.http('GET', `/audit/indicators/11?period=${period}`, { as: nation });
    return [body.denominator, ...body.sides.map(({ numerator }: { numerator: number }) => numerator)];
  };

  it.each(['shows', 'matches'] as const)(
    'loses neither word when a household %s something first and both are handled side by side',
    async (first) => {
      const household = await aRegistered();
      const second = first === 'shows' ? 'matches' : 'shows';
      let other!: Promise<void>;
      await world.db.transaction(async (tx) => {
        await household[first](tx);
        other = world.db.transaction((beside) => household[second](beside));
        await waitsOrEnds(other);
      });
      await other;
      expect(await shownIn('2026-Q3')).toEqual([{ id: household.householdId, at: new Date('2026-07-06T00:00:00Z') }]);
    },
  );

  /** Until `work` is done, or a transaction waits for what another one holds. */
  async function waitsOrEnds(work: Promise<void>): Promise<void> {
    const waiting = `select 1 from pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and locktype = 'advisory' and not granted`;
    let done = false;
    void work.finally(() => (done = true)).catch(() => {});
    while (!done && !(await sql(world.db.read, waiting)).length);
  }

  it('takes a product as shown once it has been there for a day, without another word', async () => {
    const { shows, matches } = await aRegistered();
    await world.db.transaction(matches);
    await world.db.transaction((tx) => shows(tx, '2026-08-09T03:00:00.001Z'));
    expect(await asked('2026-Q3')).toEqual([1, 1, 0, 0, 0]);
    world.clock.set(new Date(NOW.getTime() + 1));
    expect(await asked('2026-Q3')).toEqual([1, 1, 0, 1, 0]);
    world.clock.set(NOW);
  });

  it('counts a year without sales when it is asked for, and keeps it from its first sale on', async () => {
    const { householdId, shows, matches } = await aRegistered();
    await world.db.transaction(matches);
    await world.db.transaction((tx) => shows(tx));
    world.clock.set(new Date('2027-02-20T03:00:00Z'));
    expect(await shownIn('2027-Q1')).toEqual([]);
    expect(await asked('2027-Q1')).toEqual([1, 1, 0, 1, 0]);
    await tell(world.get(RecordTradedLinesWhenSellerOrderDelivered), aDelivery({ householdId, deliveredAt: '2027-01-20T03:00:00.000Z' }));
    expect(await shownIn('2027-Q1')).toHaveLength(1);
    expect(await asked('2027-Q1')).toEqual([1, 1, 0, 0, 0]);
    world.clock.set(NOW);
  });
});
