import { LIBS } from '@choxa/app-api';
import { Database } from '@choxa/platform';
import { pathOf } from './probe.js';
import { routesOf, validBody, type Route } from './routes.js';
import { TwoSides } from './two-sides.js';
import { hashOfDatabase } from './whole-database.js';

// Promise 17: every database column as an extra field on every write. The mutant e2e/mutants/whitelist-off.patch must make it fail.
describe('fields that nobody asked for', () => {
  let sides: TwoSides;
  let writes: Route[];
  let columns: string[];
  beforeAll(async () => {
    sides = await TwoSides.open();
    writes = (await routesOf(sides.world)).filter((route) => route.body?.properties);
    const { entityMetadatas } = sides.world.get(Database).dataSource;
    columns = [
      ...new Set(entityMetadatas.flatMap(({ columns: all }) => all.flatMap((column) => [column.propertyName, column.databaseName]))),
    ];
  }, 240_000);
  afterAll(() => sides.world.close());

  it('come from the columns of every lib', () => {
    expect(LIBS.length).toBeGreaterThan(8);
    expect(columns).toEqual(
      expect.arrayContaining(['state', 'priceVnd', 'price_vnd', 'householdId', 'stars', 'confirmedBy', 'deliveredAt']),
    );
  });

  it('are each named in a refusal on every write, and change nothing', async () => {
    const before = await hashOfDatabase(sides.world);
    const taken: string[] = [];
    for (const route of writes) {
      const known = new Set(Object.keys(route.body!.properties ?? {}));
      const extras = columns.filter((column) => !known.has(column));
      const body = { ...validBody(route.body!), ...Object.fromEntries(extras.map((column) => [column, 'x'])) };
      const as = sides.a.actors[route.roles[0] ?? 'shopper'];
      const answer = await sides.world.http(route.method, pathOf(route, sides.a), { as, body, headers: { 'idempotency-key': 'them' } });
      const named = new Set((answer.body?.errors ?? []).map((error: { pointer: string }) => error.pointer));
      const silent = extras.filter((column) => !named.has(`/${column}`));
      if (answer.status !== 400 || silent.length) taken.push(`${route.name}: ${answer.status}, silent on ${silent.slice(0, 5).join()}`);
    }
    expect(taken).toEqual([]);
    expect(await hashOfDatabase(sides.world)).toEqual(before);
  });

  it('are refused inside nested objects too', async () => {
    const taken: string[] = [];
    for (const route of writes)
      for (const [field, schema] of Object.entries(route.body!.properties ?? {})) {
        const inner = schema.type === 'array' ? schema.items : schema;
        if (!inner?.properties) continue;
        const nested = { ...validBody(inner), ownerId: 'x' };
        const body = { ...validBody(route.body!), [field]: schema.type === 'array' ? [nested, nested] : nested };
        const as = sides.a.actors[route.roles[0] ?? 'shopper'];
        const answer = await sides.world.http(route.method, pathOf(route, sides.a), { as, body, headers: { 'idempotency-key': 'them' } });
        const pointers = (answer.body?.errors ?? []).map((error: { pointer: string }) => error.pointer);
        if (answer.status !== 400 || !pointers.some((pointer: string) => pointer.endsWith('/ownerId')))
          taken.push(`${route.name}.${field}: ${answer.status}`);
      }
    expect(taken).toEqual([]);
  });
});
