import { DataSource } from 'typeorm';
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { dataSourceOptions } from './data-source.js';
import { schemaOf, type Lib } from './lib.js';

/** Schema of pg-boss, which carries jobs and events. */
export const JOBS_SCHEMA = 'pgboss';

/** One at a time per database, whoever starts it. */
const MIGRATION_LOCK = 689_2024;

/**
 * Brings the database at `url` up to the migrations of `libs`, in their order, each migration in its own transaction.
 * Prints one line per migration that ran. Throws on the first failure; what ran before it stays, what failed leaves nothing.
 */
export async function migrate(url: string, libs: Lib[], log: (line: string) => void): Promise<number> {
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await installJobs(url);
    let ran = 0;
    for (const lib of libs) ran += await migrateLib(url, lib, guard, log);
    log(ran ? `${ran} migrations ran` : 'nothing to migrate');
    return ran;
  } finally {
    await guard.end();
  }
}

async function migrateLib(url: string, lib: Lib, guard: pg.Client, log: (line: string) => void): Promise<number> {
  await guard.query(`create schema if not exists ${schemaOf(lib)}`);
  const source = migrationSource(url, lib);
  await source.initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    for (const migration of ran) log(`${lib.name}: ${migration.name}`);
    return ran.length;
  } catch (error) {
    throw new Error(`${lib.name}: ${(error as Error).message}`, { cause: error });
  } finally {
    await source.destroy();
  }
}

function migrationSource(url: string, lib: Lib): DataSource {
  const options = dataSourceOptions(url, [lib], { poolSize: 1 });
  return new DataSource({
    ...options,
    extra: { lock_timeout: 10_000 },
    schema: schemaOf(lib),
    migrations: lib.migrations,
    migrationsTableName: 'migrations',
  });
}

async function installJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, schedule: false, supervise: false, max: 2 });
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

/**
 * The SQL that would make each lib's tables equal its entities: empty when there is no drift.
 * Compares columns, keys, indexes and the names of checks.
 */
export async function drift(url: string, libs: Lib[]): Promise<string[]> {
  const found: string[] = [];
  for (const lib of libs) {
    const source = migrationSource(url, lib);
    await source.initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      found.push(...upQueries.map((query) => query.query).filter((query) => !query.includes('typeorm_metadata')));
    } finally {
      await source.destroy();
    }
  }
  return found;
}
