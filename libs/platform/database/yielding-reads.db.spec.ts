import { getPriority } from 'node:os';
import { readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { testWorld, type World } from '@choxa/testing';
import { giveWay } from './give-way.js';
import { sql, type Database, type Tx } from './database.js';

@Module({})
class NothingModule {}

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('reads that give way', () => {
  let world: World;
  let db: Database;
  beforeAll(async () => {
    world = await testWorld({ libs: [], imports: [NothingModule] });
    db = world.db;
    await db.read.query('create table public.one (n int)');
  });
  afterAll(() => world.close());

  const backend = async (tx: Tx) => (await sql<{ pid: number }>(tx, 'select pg_backend_pid() as pid'))[0]!.pid;

  it('are all of one moment, whatever is committed meanwhile', async () => {
    const count = (tx: Tx) => sql(tx, 'select count(*) as n from public.one');
    await db.yieldingSnapshot(async (tx) => {
      expect(await count(tx)).toEqual([{ n: 0 }]);
      await db.transaction((other) => sql(other, 'insert into public.one values (1)'));
      expect(await count(tx)).toEqual([{ n: 0 }]);
    });
    expect(await db.yieldingSnapshot(count)).toEqual([{ n: 1 }]);
  });

  onLinux('run in processes of the database that stand behind those of all others, and serve nothing else', async () => {
    const behind = await db.yieldingSnapshot(backend);
    const others = await Promise.all(Array.from({ length: 5 }, () => db.snapshot(backend)));
    expect(getPriority(behind)).toBe(15);
    expect(others.map(getPriority)).toEqual(others.map(() => 0));
    expect(others).not.toContain(behind);
    const session = `/proc/${behind}/autogroup`;
    expect(read(session) ?? 'nice 15').toMatch(/nice 15\s*$/);
  });

  onLinux('never rank a process of this machine for a server that is not ours', async () => {
    await giveWay({ host: '127.0.0.1', processID: process.pid });
    await giveWay({ host: '/var/run/postgresql', processID: process.pid });
    await giveWay({ host: new URL(world.config.databaseUrl).searchParams.get('host')!, processID: process.pid });
    expect(getPriority(process.pid)).toBe(0);
  });

  it('ask no helpers, which would not give way', async () => {
    expect(await db.yieldingSnapshot((tx) => sql(tx, 'show max_parallel_workers_per_gather'))).toEqual([
      { max_parallel_workers_per_gather: '0' },
    ]);
  });

  it('run two at a time', async () => {
    const two = Promise.withResolvers<void>();
    let inside = 0;
    let most = 0;
    const one = () =>
      db.yieldingSnapshot(async (tx) => {
        most = Math.max(most, (inside += 1));
        if (inside === 2) two.resolve();
        await two.promise;
        await backend(tx);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 6 }, one));
    expect(most).toBe(2);
  });
});

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
