import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { idempotent, migrate, platformLib, sql } from '@choxa/platform';
import { placesLib } from '@choxa/places';
import { PostageQuotes, quoteInTime } from '@choxa/postal-contract';
import { anActor, createEmptyDatabase, dropTestDatabase, testWorld, type HttpAnswer, type World } from '@choxa/testing';
import { CAN_THO, GivenPost, HANOI } from './given-post.factory.js';
import { PostalModule, postalLib } from './index.js';
import { PostalDatabase } from './postal-database.js';

// house.md, "The hard wall around the post": 2 (schema and role), 4 (the question has a time limit) and 6 (several operators).

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

describe('the post’s own schema and role', () => {
  it('has no foreign key into or out of another schema', async () => {
    const crossing = await given.rows(
      `select con.conname from pg_constraint con join pg_class child on child.oid = con.conrelid join pg_class parent on parent.oid = con.confrelid
       where con.contype = 'f' and child.relnamespace <> parent.relnamespace`,
    );
    expect(crossing).toEqual([]);
    const own = await given.rows(
      `select 1 from pg_constraint con join pg_namespace n on n.oid = con.connamespace where con.contype = 'f' and n.nspname = 'postal'`,
    );
    expect(own.length).toBeGreaterThan(10);
  });

  it('is what every statement runs as, those of event handlers too', async () => {
    expect(await sql(world.get(PostalDatabase).read, 'select current_user as user')).toEqual([{ user: 'choxa_postal' }]);
    await given.rows('alter table postal.parcel add column made_by text default current_user');
    const { number } = await given.announced();
    expect(await given.rows('select made_by from postal.parcel where number = $1', [number])).toEqual([{ made_by: 'choxa_postal' }]);
  });

  it('reads nothing of anybody else', async () => {
    const readable = await given.rows<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname not in ('postal', 'pg_catalog', 'information_schema')
         and has_table_privilege('choxa_postal', quote_ident(schemaname) || '.' || quote_ident(tablename), 'select, update, delete') order by 1`,
    );
    expect(readable.map((table) => table.name)).toEqual([
      'pgboss.queue',
      'pgboss.subscription',
      'platform.holiday',
      'platform.idempotency',
    ]);
    const own = world.get(PostalDatabase).read;
    for (const table of ['places.province', 'platform.message', 'platform.inbox', 'pgboss.job', 'postal.migrations'])
      await expect(own.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it('sees of the kept answers only its own', async () => {
    const kept = { owner: 'x', key: randomUUID(), body: {} };
    await world.db.transaction((tx) => idempotent(tx, { ...kept, route: 'elsewhere' }, new Date(), async () => ({ secret: 1 })));
    await world.db.transaction((tx) => idempotent(tx, { ...kept, route: 'postal.scans' }, new Date(), async () => ({})));
    const seen = await sql(world.get(PostalDatabase).read, `select route from platform.idempotency where owner = 'x'`);
    expect(seen).toEqual([{ route: 'postal.scans' }]);
    expect(await given.rows(`select route from platform.idempotency where owner = 'x'`)).toHaveLength(2);
  });

  it('is asked for in one clear sentence when the database user may not create roles', async () => {
    const url = new URL(await createEmptyDatabase());
    const user = `weak_${randomUUID().slice(0, 8)}`;
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`create role ${user} login password 'weak'`);
    await admin.query(`alter database ${url.pathname.slice(1)} owner to ${user}`);
    await admin.end();
    [url.username, url.password] = [user, 'weak'];
    try {
      await expect(migrate(url.href, [platformLib, postalLib], () => {})).rejects.toThrow(
        new RegExp(`"${user}" may not create the role choxa_postal .* CREATE ROLE choxa_postal NOLOGIN; GRANT choxa_postal TO "${user}"`),
      );
    } finally {
      await dropTestDatabase(url.href);
      await given.rows(`drop role ${user}`);
    }
  });
});

describe('the one question', () => {
  it('is answered “unavailable” in time when the post hangs', async () => {
    const ask = () =>
      quoteInTime(world.get(PostageQuotes), {
        fromCommuneCode: given.origin.communeCode,
        toProvinceCode: HANOI,
        weightGrams: 480,
        codVnd: 0,
      });
    expect(await ask()).toMatchObject({ status: 'quoted' });
    await world.db.transaction(async (tx) => {
      await tx.query('lock table postal.tariff in access exclusive mode');
      const started = Date.now();
      expect(await ask()).toEqual({ status: 'unavailable' });
      expect(Date.now() - started).toBeLessThan(1_500);
    });
  });
});

describe('several operators', () => {
  it('never see each other: lists, details and offices carry no foreign marker', async () => {
    const marked = (name: string, operatorCode: string) =>
      given.announced({ operatorCode, sender: { ...given.aRequest().sender, name }, recipient: { ...given.aRequest().recipient, name } });
    const sides = {
      red: { parcel: await marked('MARKER-RED', 'buu-chinh-song-hong'), office: given.office('song-hong', CAN_THO) },
      blue: { parcel: await marked('MARKER-BLUE', 'buu-chinh-cuu-long'), office: given.office('cuu-long', CAN_THO) },
    };
    for (const [mine, other] of [
      ['red', 'blue'],
      ['blue', 'red'],
    ] as const) {
      const as = given.clerkOf(sides[mine].office);
      const list = await world.http('GET', '/post/parcels?limit=100', { as });
      expect(list.text).toContain(`MARKER-${mine.toUpperCase()}`);
      expect(list.text).not.toContain(`MARKER-${other.toUpperCase()}`);
      expect((await world.http('GET', `/post/parcels/${sides[mine].parcel.number}`, { as })).status).toBe(200);
      const foreign = await world.http('GET', `/post/parcels/${sides[other].parcel.number}`, { as });
      const missing = await world.http('GET', '/post/parcels/EE000000000XA', { as });
      expect({ ...foreign.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
      expect((await world.http('GET', `/post/parcels?office=${sides[other].office.id}`, { as })).body.data).toEqual([]);
      const offices = (await world.http('GET', '/post/offices', { as })).body.data as { id: string }[];
      expect(offices.map((office) => office.id)).toEqual([sides[mine].office.id]);
    }
  });

  it('page through their lists without a gap or a repeat', async () => {
    for (let made = 0; made < 5; made += 1) await given.announced();
    const as = given.clerkOf(given.origin);
    const numbersOf = (answer: HttpAnswer): string[] => answer.body.data.map((parcel: { number: string }) => parcel.number);
    const whole = numbersOf(await world.http('GET', '/post/parcels?limit=100', { as }));
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer: HttpAnswer = await world.http('GET', `/post/parcels?limit=2${cursor && `&cursor=${cursor}`}`, { as });
      paged.push(...numbersOf(answer));
      cursor = answer.body.next;
    }
    expect(whole.length).toBeGreaterThan(5);
    expect(paged).toEqual(whole);
  });

  it('let only the staff of an office in', async () => {
    const stranger = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
    for (const path of ['/post/parcels', '/post/offices', '/post/parcels/EE000000000XA']) {
      expect((await world.http('GET', path)).status).toBe(401);
      expect((await world.http('GET', path, { as: stranger })).status).toBe(403);
    }
  });
});
