import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { testWorld, type World } from '@choxa/testing';
import { sql } from './database.js';

@Module({})
class NothingModule {}

describe('statements used often', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: [], imports: [NothingModule], config: { poolSize: 2 } });
  });
  afterAll(() => world.close());

  const prepared = (tx = world.db.read) =>
    sql<{ statement: string }>(tx, `select statement from pg_prepared_statements where name like 'choxa.%' and $1 = 1`, [1]);

  it('are prepared once they have come often, written by hand or by the ORM', async () => {
    await world.db.transaction(async (tx) => {
      for (let n = 0; n < 20; n += 1) expect(await sql(tx, 'select $1::int + 1 as next', [n])).toEqual([{ next: n + 1 }]);
      expect((await prepared(tx)).map((row) => row.statement)).toContain('select $1::int + 1 as next');
    });
  });

  it('give the rows of an UPDATE … RETURNING, and errors with their constraint, as before', async () => {
    await world.db.read.query('create table public.one (id int primary key, n int not null)');
    await sql(world.db.read, 'insert into public.one values ($1, 0)', [1]);
    for (let n = 1; n <= 20; n += 1)
      expect(await sql(world.db.read, 'update public.one set n = n + 1 where id = $1 returning n', [1])).toEqual([{ n }]);
    for (let n = 0; n < 20; n += 1)
      await expect(sql(world.db.read, 'insert into public.one values ($1, 0)', [1])).rejects.toMatchObject({
        driverError: { code: '23505', constraint: 'one_pkey' },
      });
  });

  it('go on after a column was added under a prepared "select *"', async () => {
    await world.db.read.query('create table public.grows (id uuid primary key)');
    const id = randomUUID();
    await sql(world.db.read, 'insert into public.grows values ($1)', [id]);
    const read = () => world.db.transaction((tx) => sql(tx, 'select * from public.grows where id = $1', [id]));
    for (let n = 0; n < 20; n += 1) expect(await read()).toEqual([{ id }]);
    await world.db.read.query('alter table public.grows add column more int');
    for (let n = 0; n < 5; n += 1) expect(await read()).toEqual([{ id, more: null }]);
  });
});
