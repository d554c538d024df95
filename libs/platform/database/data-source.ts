import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Lib } from './lib.js';
import { PreparingClient } from './preparing-client.js';

// int8 as number: every bigint of ours is đồng, counts or grams, far below 2^53; pg refuses to guess, so we say it.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`integer out of safe range: ${text}`);
  return value;
});

/** Limits every connection of ours carries (promises.md, "Timeouts everywhere"). Milliseconds. */
export const TIMEOUTS = { statement: 5_000, lock: 2_000, idleInTransaction: 10_000, poolWait: 3_000 } as const;

/** `role`: the Postgres role all statements of this data source run as (the wall around the post). */
export function dataSourceOptions(url: string, libs: Lib[], { poolSize = 10, role }: { poolSize?: number; role?: string } = {}) {
  return {
    type: 'postgres',
    driver: pg,
    url,
    entities: libs.flatMap((lib) => lib.entities),
    synchronize: false,
    poolSize,
    installExtensions: false,
    applicationName: role ?? 'choxa',
    connectTimeoutMS: TIMEOUTS.poolWait,
    extra: {
      Client: PreparingClient,
      // Statements given together go together: the database need not wait for us between them.
      pipeline: true,
      statement_timeout: TIMEOUTS.statement,
      lock_timeout: TIMEOUTS.lock,
      idle_in_transaction_session_timeout: TIMEOUTS.idleInTransaction,
      allowExitOnIdle: true,
      ...(role ? { options: `-c role=${role}` } : {}),
    },
  } satisfies DataSourceOptions;
}

/** A connected data source. Throws pg's own connection errors. */
export async function connect(url: string, libs: Lib[], options?: { poolSize?: number; role?: string }): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, libs, options)).initialize();
}
