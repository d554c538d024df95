import { DataSource } from 'typeorm';
import { Turns } from '../background/turns.js';
import type { Tx } from './database.js';
import { giveWay } from './give-way.js';

const AT_ONCE = 2;
const WAITING = 16;
/** A statement that gives way may take long where shoppers are many; milliseconds. */
const STATEMENT_TIMEOUT = 60_000;
/** Connections that served nothing for so long are closed; milliseconds. */
const IDLE = 30_000;

/**
 * Connections of long reads: few, and behind those of people who wait. They serve nothing else, since a process of the database that once gave way
 * always does.
 */
export class YieldingReads {
  private readonly turns = new Turns(AT_ONCE, WAITING);
  private source: Promise<DataSource> | null = null;

  /** @param main whose server and role they share */
  constructor(private readonly main: DataSource) {}

  /** @throws Problem `service.busy` */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.turns.pass(async () => (await this.connected()).transaction('REPEATABLE READ', work));
  }

  async close(): Promise<void> {
    const source = await this.source?.catch(() => null);
    await source?.destroy();
  }

  /** Opened with the first read; tried again where that failed. */
  private connected(): Promise<DataSource> {
    this.source ??= this.open().catch((error: unknown) => {
      this.source = null;
      throw error;
    });
    return this.source;
  }

  private open(): Promise<DataSource> {
    const { extra, ...options } = this.main.options as { extra: Record<string, unknown> & { options?: string } };
    return new DataSource({
      ...(options as { type: 'postgres' }),
      entities: [],
      poolSize: AT_ONCE,
      extra: {
        ...extra,
        onConnect: giveWay,
        statement_timeout: STATEMENT_TIMEOUT,
        idleTimeoutMillis: IDLE,
        // Helpers of a query are processes of their own, which would not give way.
        options: `${extra.options ?? ''} -c max_parallel_workers_per_gather=0`.trim(),
      },
    }).initialize();
  }
}
