import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { Config } from '../config/config.js';
import { sql, type Tx } from '../database/database.js';
import { JOBS_SCHEMA } from '../database/migrate.js';
import { logger } from '../logging/logger.js';

const BATCH = 20;
/** Jobs of one queue in hand together; a job is mostly waiting for the database. */
const AT_ONCE = 4;
/** No handler runs longer than its few statements may (5 s each); after this a job counts as orphaned by a killed process. */
const LONGEST_JOB_SECONDS = 20;
const LOOK_FOR_ORPHANS_SECONDS = 5;
/** How long a process may go on without hearing of a handler that another one has brought. */
const SUBSCRIPTIONS_KEPT_MS = 5_000;

/** pg-boss: started on first use, stopped with the process. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private started: Promise<PgBoss> | undefined;
  private subscriptions: { until: number; queues: Map<string, string[]> } | undefined;

  constructor(private readonly config: Config) {}

  private boss(): Promise<PgBoss> {
    this.started ??= this.start();
    return this.started;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.config.databaseUrl,
      schema: JOBS_SCHEMA,
      migrate: false,
      schedule: false,
      supervise: this.config.workers,
      superviseIntervalSeconds: LOOK_FOR_ORPHANS_SECONDS,
      monitorIntervalSeconds: LOOK_FOR_ORPHANS_SECONDS,
      max: this.config.workers ? 4 : 2,
      useListenNotify: this.config.workers,
    });
    boss.on('error', (error) => logger.warn({ err: error }, 'job queue'));
    return boss.start();
  }

  /** Makes the queue of a handler and subscribes it; repeating it changes nothing. */
  async ensure(queue: string, event: string): Promise<void> {
    const boss = await this.boss();
    await boss.createQueue(queue, {
      retryLimit: 20,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: LONGEST_JOB_SECONDS,
      notify: true,
    });
    await boss.subscribe(event, queue);
    this.subscriptions = undefined;
  }

  /** The queues of an event's handlers, in a fixed order. */
  async queuesOf(tx: Tx, event: string): Promise<readonly string[]> {
    const now = performance.now();
    if (!this.subscriptions || this.subscriptions.until < now) {
      const rows = await sql<{ event: string; name: string }>(tx, `select event, name from ${JOBS_SCHEMA}.subscription order by name`);
      const queues = Map.groupBy(rows, (row) => row.event);
      const names = [...queues].map(([of, subscribed]) => [of, subscribed.map((row) => row.name)] as const);
      this.subscriptions = { until: now + SUBSCRIPTIONS_KEPT_MS, queues: new Map(names) };
    }
    return this.subscriptions.queues.get(event) ?? [];
  }

  /** Adds a job inside the caller's transaction. */
  async send(tx: Tx, queue: string, data: object): Promise<void> {
    const boss = await this.boss();
    await boss.send(queue, data, { db: within(tx) });
  }

  /** Adds many jobs inside the caller's transaction, in one statement. */
  async sendAll(tx: Tx, queue: string, data: readonly object[]): Promise<void> {
    const boss = await this.boss();
    await boss.insert(
      queue,
      data.map((one) => ({ data: one })),
      { db: within(tx) },
    );
  }

  /**
   * Works a queue in the background until the process stops. Jobs may overtake each other; one whose `handle` throws is tried again later,
   * alone.
   */
  async work(queue: string, handle: (data: unknown) => Promise<void>): Promise<void> {
    const boss = await this.boss();
    const wake = { pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 5 };
    // A full batch means that more waits: without burst it would lie there until the next poll, however long the queue.
    await boss.work(queue, { ...wake, batchSize: BATCH, burstWhenBatchFull: true, perJobResults: true }, async (jobs: Job[]) => {
      const waiting = [...jobs];
      const results: JobResult[] = [];
      const lane = async (): Promise<void> => {
        for (let job = waiting.shift(); job; job = waiting.shift()) results.push(await outcome(queue, job, handle));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
      return results;
    });
  }

  /** Handles what waits in `queue` now, here; the number of jobs handled. For tests and the seed, where nothing works in the background. */
  async drain(queue: string, handle: (data: unknown) => Promise<void>): Promise<number> {
    const boss = await this.boss();
    const jobs = await boss.fetch(queue, { batchSize: 200 });
    for (const job of jobs) await handle(job.data);
    if (jobs.length)
      await boss.complete(
        queue,
        jobs.map((job) => job.id),
      );
    return jobs.length;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) await (await this.started).stop({ graceful: true, timeout: 5_000, close: true });
  }
}

/** Lets pg-boss write in our transaction. */
function within(tx: Tx): { executeSql: (text: string, values?: unknown[]) => Promise<{ rows: never[] }> } {
  return { executeSql: async (text, values) => ({ rows: (await tx.query(text, values)) as never[] }) };
}

async function outcome(queue: string, job: Job, handle: (data: unknown) => Promise<void>): Promise<JobResult> {
  try {
    await handle(job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    logger.warn({ err: error, queue, job: job.id }, 'job failed, to be tried again');
    return { id: job.id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
  }
}
