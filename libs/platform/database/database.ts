import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { isStale } from './preparing-client.js';
import { YieldingReads } from './yielding-reads.js';

/** A running transaction. Everything a use case writes goes through it. */
export type Tx = EntityManager;

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const TRIES = 5;

/** The one door to Postgres. Injected per lib: the post gets one whose connections run as its own role. */
export class Database {
  private readonly yielding: YieldingReads;

  constructor(readonly dataSource: DataSource) {
    this.yielding = new YieldingReads(dataSource);
  }

  /** Reads outside a transaction; never write through it. */
  get read(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * Runs `work` in one transaction and commits, or rolls back when it throws.
   * Serialisation failures and deadlocks (40001, 40P01), and a table changed under a prepared statement, are tried again up to five times, so `work` must have no other effects.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const hints: (() => void)[] = [];
        const result = await this.dataSource.transaction((tx) => {
          HINTS.set(tx, hints);
          return work(tx);
        });
        for (const hint of hints) hint();
        return result;
      } catch (error) {
        if (attempt >= TRIES || !isRetryable(error)) throw error;
        await sleep(2 ** attempt * 5 * Math.random());
      }
    }
  }

  /** Several reads of one moment: whatever is committed meanwhile, `work` sees what was there at its first read. It never writes. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', work);
  }

  /**
   * A {@link snapshot} that may take long and leaves people who wait alone: few run at once, the others wait, and on the embedded server their
   * connections give way to all others. `work` writes its statements as SQL; entities are not known there.
   *
   * @throws Problem `service.busy` when too many wait
   */
  yieldingSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.yielding.snapshot(work);
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.yielding.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /**
   * One hot read as a named prepared statement, planned once per connection.
   * `name` must be unique for `sql`; parameters are `$1…`.
   */
  async rows<T extends QueryResultRow>(name: string, sql: string, params: unknown[] = []): Promise<T[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    return (await pool.query<T>({ name, text: sql, values: params })).rows;
  }
}

const HINTS = new WeakMap<Tx, (() => void)[]>();

/** Has `hint` called once `tx` is committed. Only for what may get lost: a process that dies in between never calls it. */
export function afterCommit(tx: Tx, hint: () => void): void {
  HINTS.get(tx)?.push(hint);
}

/** Runs one statement and gives its rows, whatever its kind (TypeORM answers UPDATE and DELETE with a pair). Parameters are `$1…`. */
export async function sql<Row = Record<string, unknown>>(tx: Tx, text: string, params: unknown[] = []): Promise<Row[]> {
  const raw = (await tx.query(text, params)) as unknown[];
  return (raw.length === 2 && Array.isArray(raw[0]) && typeof raw[1] === 'number' ? raw[0] : raw) as Row[];
}

/**
 * SQL of an array parameter (`$1`) of a type (`uuid`), written so that the planner does not look into the array. It then finds one plan as good
 * for every length and keeps it; else a look-up of a few ids is planned anew each time, which costs five times its execution.
 */
export function steadyArray(param: string, type: string): string {
  return `(select ${param}::${type}[])::${type}[]`;
}

function isRetryable(error: unknown): boolean {
  const driver = (error as { driverError?: { code?: string } }).driverError ?? (error as { code?: string });
  return driver.code === SERIALIZATION_FAILURE || driver.code === DEADLOCK || isStale(driver);
}

/** True when `error` is the violation of the unique or check constraint `name`. */
export function violates(error: unknown, name: string): boolean {
  const driver = (error as { driverError?: { constraint?: string } }).driverError ?? (error as { constraint?: string });
  return driver?.constraint === name;
}
