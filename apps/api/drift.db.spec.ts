import { drift, JOBS_SCHEMA, platformLib, schemaOf, sql, connect } from '@choxa/platform';
import { createTestDatabase, dropTestDatabase } from '@choxa/testing';
import { LIBS } from './libs.js';

describe('the database the migrations make', () => {
  let url: string;
  beforeAll(async () => {
    url = await createTestDatabase(LIBS);
  });
  afterAll(() => dropTestDatabase(url));

  it.each(LIBS.map((lib) => [lib.name, lib] as const))('has no drift from the entities of %s', async (_, lib) => {
    expect(await drift(url, [lib])).toEqual([]);
  });

  it('has one schema per lib and nothing of ours elsewhere', async () => {
    const source = await connect(url, [platformLib]);
    const rows = await sql<{ schema: string }>(
      source.manager,
      `select distinct table_schema as schema from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    await source.destroy();
    expect(rows.map((row) => row.schema)).toEqual([...LIBS.map(schemaOf), JOBS_SCHEMA].sort());
  });

  it('has no foreign key from one schema into another', async () => {
    const source = await connect(url, [platformLib]);
    const crossing = await sql(
      source.manager,
      `select con.conname from pg_constraint con
         join pg_class child on child.oid = con.conrelid join pg_class parent on parent.oid = con.confrelid
        where con.contype = 'f' and child.relnamespace <> parent.relnamespace`,
    );
    await source.destroy();
    expect(crossing).toEqual([]);
  });
});
