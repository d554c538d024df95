import { randomUUID } from 'node:crypto';
import { SellerOrderDelivered } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, sql, type Tx } from '@choxa/platform';
import { testWorld, type World } from '@choxa/testing';
import { aDelivery, aTradedLine } from '../facts/events.factory.js';
import { auditLib, AuditModule } from '../index.js';

describe('the role that reads figures', () => {
  let world: World;
  const [many, few] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
    const householdId = randomUUID();
    const sold = (productId: string, buyer: string) =>
      aDelivery({ householdId, buyerPhoneHash: buyer, lines: [aTradedLine({ productId, quantity: 2 })] });
    await world.db.transaction(async (tx) => {
      for (const buyer of ['a', 'b', 'c', 'd', 'e']) await world.get(Events).publish(tx, SellerOrderDelivered, sold(many, buyer));
      for (const buyer of ['a', 'b', 'c', 'd', 'd']) await world.get(Events).publish(tx, SellerOrderDelivered, sold(few, buyer));
    });
    await world.drain();
  });
  afterAll(() => world.close());

  /** As a tool that was given the role. */
  const asReader = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    world.db.transaction(async (tx) => {
      await sql(tx, 'set local role choxa_reporting');
      return work(tx);
    });
  const views = () =>
    sql<{ name: string }>(world.db.read, `select viewname as name from pg_views where schemaname = 'reporting' order by 1`);

  it('reads every view', async () => {
    const names = (await views()).map(({ name }) => name);
    expect(names).toContain('traded_line');
    for (const name of names) await expect(asReader((tx) => sql(tx, `select * from reporting.${name} limit 1`))).resolves.toBeDefined();
  });

  it('reads no table and writes nothing', async () => {
    for (const table of ['audit.traded_line', 'audit.product_period', 'audit.period_version', 'platform.trail_entry', 'places.province'])
      await expect(asReader((tx) => sql(tx, `select 1 from ${table}`))).rejects.toThrow(/permission denied/);
    await expect(asReader((tx) => sql(tx, `update reporting.closed_period set reason = 'x'`))).rejects.toThrow(/permission denied/);
    await expect(asReader((tx) => sql(tx, 'create table reporting.mine (a int)'))).rejects.toThrow(/permission denied/);
    const writable = await sql(
      world.db.read,
      `select table_schema || '.' || table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')
       and has_table_privilege('choxa_reporting', quote_ident(table_schema) || '.' || quote_ident(table_name), 'insert, update, delete, truncate')`,
    );
    expect(writable).toEqual([]);
  });

  it('is told of no buyer and no order', async () => {
    const columns = await sql<{ name: string }>(
      world.db.read,
      `select column_name as name from information_schema.columns where table_schema = 'reporting'`,
    );
    const telling = columns.map(({ name }) => name).filter((name) => /buyer|phone|account|order|line_id|closed_by/.test(name));
    expect([...new Set(telling)]).toEqual(['few_buyers']);
  });

  it('sees purchases one by one only where five have bought', async () => {
    const seen = await asReader((tx) =>
      sql(
        tx,
        `select product_id = $1 as many, few_buyers, count(*)::int as lines, count(delivered_on)::int as days, count(quantity)::int as quantities,
           count(amount_vnd)::int as amounts from reporting.traded_line group by 1, 2 order by 1`,
        [many],
      ),
    );
    expect(seen).toEqual([
      { many: false, few_buyers: true, lines: 5, days: 0, quantities: 0, amounts: 0 },
      { many: true, few_buyers: false, lines: 5, days: 5, quantities: 5, amounts: 5 },
    ]);
    const values = await asReader((tx) =>
      sql(tx, `select value_vnd::int as value from reporting.product_period where period = '2026-Q3' order by product_id = $1`, [many]),
    );
    expect(values).toEqual([{ value: null }, { value: 600_000 }]);
  });
});
