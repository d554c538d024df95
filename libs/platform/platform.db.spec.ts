import { Controller, Get, Post, Body, Module } from '@nestjs/common';
import { anActor, createEmptyDatabase, dropTestDatabase, testWorld, type World } from '@choxa/testing';
import {
  Can,
  defineEvent,
  definePolicies,
  drift,
  Events,
  ForgetAnswers,
  Handles,
  idempotent,
  migrate,
  platformLib,
  Public,
  Text,
  Int,
  sql,
  type EventEnvelope,
  type Tx,
} from './index.js';

definePolicies({ 'thing.write': ['clerk'] });

class ThingDto {
  @Text({ min: 1, max: 5 }) name: string;
  @Int({ max: 10 }) count: number;
}

@Controller('things')
class ThingController {
  @Post()
  @Can('thing.write')
  write(@Body() body: ThingDto) {
    return body;
  }

  @Get('broken')
  @Public()
  broken() {
    throw new Error('secret detail');
  }
}

const Happened = defineEvent<{ value: number }>('test.happened.v1');

@Handles(Happened)
class CountWhenHappened {
  async handle(tx: Tx, event: EventEnvelope<{ value: number }>) {
    await tx.query('insert into public.counted (value) values ($1)', [event.data.value]);
  }
}

@Module({ controllers: [ThingController], providers: [CountWhenHappened] })
class ThingModule {}

describe('platform', () => {
  let world: World;
  const clerk = anActor({ role: 'clerk', scopeKind: 'office', scopeId: 'o1' });

  beforeAll(async () => {
    world = await testWorld({ libs: [], imports: [ThingModule] });
    await world.db.read.query('create table public.counted (value int)');
  });
  afterAll(() => world.close());

  it('has no drift between entities and migrations', async () => {
    expect(await drift(world.config.databaseUrl, [platformLib])).toEqual([]);
  });

  it('finds drift when a column is gone', async () => {
    const broken = await testWorld({ libs: [], imports: [ThingModule] });
    await broken.db.read.query('alter table platform.message drop column template');
    expect((await drift(broken.config.databaseUrl, [platformLib])).join()).toContain('template');
    await broken.close();
  });

  it('refuses a signed-out caller, a caller without the role, and another site', async () => {
    const body = { name: 'a', count: 1 };
    expect((await world.http('POST', '/things', { body })).body.code).toBe('auth.required');
    expect((await world.http('POST', '/things', { body, as: anActor() })).body.code).toBe('auth.forbidden');
    const cross = await world.http('POST', '/things', { body, as: clerk, headers: { 'sec-fetch-site': 'cross-site' } });
    expect([cross.status, cross.body.code]).toEqual([403, 'auth.cross-site']);
    expect((await world.http('POST', '/things', { body, as: clerk })).status).toBe(201);
  });

  it('names each bad field by a pointer and refuses unknown ones', async () => {
    const { status, body, headers } = await world.http('POST', '/things', { as: clerk, body: { name: 'too long', count: 3, owner: 'x' } });
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/name', '/owner']);
  });

  it('answers the unexpected with a 500 that tells nothing', async () => {
    const { status, text, body } = await world.http('GET', '/things/broken', { headers: { 'accept-language': 'en' } });
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(text).not.toContain('secret');
  });

  it('delivers an event once, and only when its transaction commits', async () => {
    const events = world.get(Events);
    await world.db.transaction((tx) => events.publish(tx, Happened, { value: 1 }));
    await expect(
      world.db.transaction(async (tx) => {
        await events.publish(tx, Happened, { value: 2 });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await world.drain();
    await world.db.read.query(`update pgboss.job set state = 'created' where state = 'completed'`);
    await world.drain();
    expect(await sql(world.db.read, 'select value from public.counted')).toEqual([{ value: 1 }]);
  });

  it('runs one of fifty rivals with one key and answers all alike; another body is refused', async () => {
    let runs = 0;
    const once = (body: unknown) =>
      world.db.transaction((tx) =>
        idempotent(tx, { owner: 'me', route: 'r', key: 'k', body }, world.clock.now(), async () => ({ run: (runs += 1) })),
      );
    const answers = await Promise.all(Array.from({ length: 50 }, () => once({ a: 1 })));
    expect(new Set(answers)).toEqual(new Set(['{"run":1}']));
    await expect(once({ a: 2 })).rejects.toMatchObject({ code: 'idempotency.reused' });
  });

  it('forgets kept answers after a day, those of scans after thirty', async () => {
    const keep = (route: string, days: number) =>
      sql(world.db.read, `insert into platform.idempotency (owner, route, key, body_hash, created_at) values ('o', $1, $2, 'h', $3)`, [
        route,
        `${route}${days}`,
        new Date(world.clock.now().getTime() - days * 86_400_000),
      ]);
    for (const [route, days] of [
      ['orders', 0.9],
      ['orders', 1.1],
      ['postal.scans', 29],
      ['postal.scans', 31],
    ] as const)
      await keep(route, days);
    expect(await world.get(ForgetAnswers).run()).toBe(2);
    const left = await sql<{ key: string }>(world.db.read, `select key from platform.idempotency where owner = 'o' order by key`);
    expect(left.map((row) => row.key)).toEqual(['orders0.9', 'postal.scans29']);
  });

  it('tries a serialisation failure again', async () => {
    let tries = 0;
    const result = await world.db.transaction(async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('conflict'), { code: '40001' });
      return 'done';
    });
    expect([result, tries]).toEqual(['done', 3]);
  });

  it('fails loudly when a migration fails, and leaves nothing of it', async () => {
    const url = await createEmptyDatabase();
    class Broken1763700000009 {
      async up(runner: { query(text: string): Promise<unknown> }) {
        await runner.query('create table broken.half (id int)');
        await runner.query('create table syntax error');
      }
      async down() {}
    }
    const broken = { name: 'broken', entities: [], migrations: [Broken1763700000009 as never] };
    await expect(migrate(url, [platformLib, broken], () => {})).rejects.toThrow(/broken.*syntax/s);
    const ok = await migrate(url, [platformLib], () => {});
    expect(ok).toBe(0);
    await dropTestDatabase(url);
  });

  it('stops the boot on a route without a policy', async () => {
    @Controller('open')
    class OpenController {
      @Get()
      open() {}
    }
    @Module({ controllers: [OpenController] })
    class OpenModule {}
    await expect(testWorld({ libs: [], imports: [OpenModule] })).rejects.toThrow('routes without a policy: OpenController.open');
  });
});
