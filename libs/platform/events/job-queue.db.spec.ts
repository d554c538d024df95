import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { testWorld, type World } from '@choxa/testing';
import { defineEvent, Events, Handles, sql, type EventEnvelope, type Tx } from '../index.js';

const Rained = defineEvent<{ drop: number }>('test.rained.v1');
const DROPS = 150;
const BAD = 13;
/** Without burst, and with one look in two seconds, 150 events would take six looks. */
const WITHIN_MS = 20_000;

const tries = new Map<number, number>();

const Snowed = defineEvent<{ flake: number }>('test.snowed.v1');
const FLAKES = 120;
const HEAVY = 7;
const together: number[] = [];

@Handles(Snowed)
class CountWhenSnowed {
  async handle(tx: Tx, { data }: EventEnvelope<{ flake: number }>) {
    if (data.flake === HEAVY && (tries.get(-HEAVY) ?? 0) < 2) {
      tries.set(-HEAVY, (tries.get(-HEAVY) ?? 0) + 1);
      throw new Error('not yet');
    }
    await sql(tx, 'insert into public.flakes (n) values ($1)', [data.flake]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<{ flake: number }>[]) {
    together.push(events.length);
    for (const event of events) await this.handle(tx, event);
  }
}

@Handles(Rained)
class CountWhenRained {
  async handle(tx: Tx, { data }: EventEnvelope<{ drop: number }>) {
    tries.set(data.drop, (tries.get(data.drop) ?? 0) + 1);
    if (data.drop === BAD && tries.get(BAD)! < 4) throw new Error('not yet');
    await sql(tx, 'insert into public.drops (n) values ($1)', [data.drop]);
  }
}

@Module({ providers: [CountWhenRained, CountWhenSnowed] })
class RainModule {}

/** Another class that bears the name of a handler of the same event, as one in another lib might. */
const namesake = { CountWhenRained: class extends CountWhenRained {} }.CountWhenRained;
Handles(Rained)(namesake);
@Module({ providers: [namesake] })
class NamesakeModule {}

describe('two handlers of one event with the same name', () => {
  it('stop the boot: they would take each other’s events', async () => {
    await expect(testWorld({ libs: [], imports: [RainModule, NamesakeModule] })).rejects.toThrow('two handlers are named test.rained.v1');
  });
});

describe('events worked in the background', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: [], imports: [RainModule], config: { workers: true } });
    await world.db.read.query('create table public.drops (n int)');
    await world.db.read.query('create table public.flakes (n int)');
  });
  afterAll(() => world.close());

  it('are handled as fast as they come, each with effect once, and one that fails holds up no other', async () => {
    const events = world.get(Events);
    for (let drop = 0; drop < DROPS; drop += 1) await world.db.transaction((tx) => events.publish(tx, Rained, { drop }));
    const drops = () => sql<{ n: number }>(world.db.read, 'select n from public.drops order by n');
    const until = Date.now() + WITHIN_MS;
    while ((await drops()).length < DROPS && Date.now() < until) await sleep(100);
    expect((await drops()).map((row) => row.n)).toEqual(Array.from({ length: DROPS }, (_, n) => n));
    expect(tries.get(BAD)).toBe(4);
  }, 60_000);

  it('travel together when they were told together, and one that fails holds up none of its bundle', async () => {
    const flakes = Array.from({ length: FLAKES }, (_, flake) => ({ flake }));
    await world.db.transaction((tx) => world.get(Events).publishAll(tx, Snowed, flakes));
    const [jobs] = await sql<{ n: number }>(world.db.read, `select count(*)::int as n from pgboss.job where name like 'test.snowed%'`);
    expect(jobs!.n).toBe(3);
    const stored = () => sql<{ n: number }>(world.db.read, 'select n from public.flakes order by n');
    const until = Date.now() + WITHIN_MS;
    while ((await stored()).length < FLAKES && Date.now() < until) await sleep(100);
    expect((await stored()).map((row) => row.n)).toEqual(flakes.map(({ flake }) => flake));
    expect(together[0]).toBe(FLAKES);
  }, 60_000);
});
