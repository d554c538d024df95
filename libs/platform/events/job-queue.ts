import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { Config } from '../config/config.js';
import { afterCommit, sql, type Tx } from '../database/database.js';
import { JOBS_SCHEMA } from '../database/migrate.js';
import { logger } from '../logging/logger.js';

/** Jobs of one queue taken together. */
const BATCH = 50;
/** Events told together that travel as one job. */
const BUNDLE = 50;
/** No handler runs longer than its few statements may (5 s each); after this a job counts as orphaned by a killed process. */
const LONGEST_JOB_SECONDS = 20;
const LOOK_FOR_ORPHANS_SECONDS = 5;
/** How long a process may go on without hearing of a handler that another one has brought. */
const SUBSCRIPTIONS_KEPT_MS = 5_000;
/** How often a queue is looked at for what other processes put into it. */
const LOOK_SECONDS = 2;
/** A worker in this process is woken so long after a commit: what comes in the meantime goes with the same batch. */
const WAKE_AFTER_MS = 250;

/** The data of a job that carries several events. */
interface Bundle {
  bundle: object[];
}

/** pg-boss: started on first use, stopped with the process. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private started: Promise<PgBoss> | undefined;
  private subscriptions: { until: number; queues: Map<string, string[]> } | undefined;
  private readonly workers = new Map<string, string>();
  private readonly toWake = new Set<string>();

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
    afterCommit(tx, () => this.wake(queue));
  }

  /** Adds many pieces of work inside the caller's transaction, in one statement and few jobs: a job costs more than most work. */
  async sendAll(tx: Tx, queue: string, data: readonly object[]): Promise<void> {
    const boss = await this.boss();
    await boss.insert(
      queue,
      bundlesOf(data).map((bundle) => ({ data: bundle })),
      { db: within(tx) },
    );
    afterCommit(tx, () => this.wake(queue));
  }

  /**
   * Works a queue in the background until the process stops: a batch as a whole, or, where `handle` throws, its jobs one by one, so that one
   * which fails holds up no other. That one is tried again later. Jobs may overtake each other.
   */
  async work(queue: string, handle: (data: unknown[]) => Promise<void>): Promise<void> {
    const boss = await this.boss();
    // A full batch means that more waits: without burst it would lie there until the next look, however long the queue.
    const options = { pollingIntervalSeconds: LOOK_SECONDS, batchSize: BATCH, burstWhenBatchFull: true, perJobResults: true } as const;
    const worker = await boss.work(queue, options, async (jobs: Job<object>[]) => {
      const data = jobs.flatMap(workOf);
      if (data.length > 1 && (await succeeds(handle(data)))) return jobs.map(({ id }): JobResult => ({ id, status: 'completed' }));
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await outcome(queue, job, handle));
      return results;
    });
    this.workers.set(queue, worker);
  }

  /**
   * Wakes this process's worker of a queue, once for all that is committed within a moment. Not by NOTIFY: Postgres lets transactions that
   * notify commit only one after the other, each waiting for the disk.
   */
  private wake(queue: string): void {
    const worker = this.workers.get(queue);
    if (!worker || this.toWake.has(queue)) return;
    this.toWake.add(queue);
    setTimeout(() => {
      this.toWake.delete(queue);
      void this.boss().then((boss) => boss.notifyWorker(worker));
    }, WAKE_AFTER_MS).unref();
  }

  /** Handles what waits in `queue` now, here; the number of pieces handled. For tests and the seed, where nothing works in the background. */
  async drain(queue: string, handle: (data: unknown[]) => Promise<void>): Promise<number> {
    const boss = await this.boss();
    const jobs = await boss.fetch<object>(queue, { batchSize: 200 });
    const data = jobs.flatMap(workOf);
    if (data.length) await handle(data);
    if (jobs.length)
      await boss.complete(
        queue,
        jobs.map((job) => job.id),
      );
    return data.length;
  }

  /** What a queue still has to do, as `tx` sees it; what failed for good is not among it. */
  async waiting(tx: Tx, queue: string): Promise<object[]> {
    const jobs = await sql<Pick<Job<object>, 'data'>>(
      tx,
      `select data from ${JOBS_SCHEMA}.job where name = $1 and state in ('created', 'retry', 'active') order by created_on, id`,
      [queue],
    );
    return jobs.flatMap(workOf);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.started) await (await this.started).stop({ graceful: true, timeout: 5_000, close: true });
  }
}

/** Lets pg-boss write in our transaction. */
function within(tx: Tx): { executeSql: (text: string, values?: unknown[]) => Promise<{ rows: never[] }> } {
  return { executeSql: async (text, values) => ({ rows: (await tx.query(text, values)) as never[] }) };
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

function bundlesOf(data: readonly object[]): object[] {
  if (data.length === 1) return [data[0]!];
  return Array.from({ length: Math.ceil(data.length / BUNDLE) }, (_, index): Bundle => ({
    bundle: data.slice(index * BUNDLE, (index + 1) * BUNDLE),
  }));
}

function workOf({ data }: Pick<Job<object>, 'data'>): object[] {
  return (data as Partial<Bundle>).bundle ?? [data];
}

/** Does what a job carries piece by piece. What was done of it stays done; the rest is tried again with the job. */
async function outcome(queue: string, job: Job<object>, handle: (data: unknown[]) => Promise<void>): Promise<JobResult> {
  const failures: unknown[] = [];
  for (const piece of workOf(job)) await handle([piece]).catch((error: unknown) => failures.push(error));
  const [error] = failures;
  if (error === undefined) return { id: job.id, status: 'completed' };
  logger.warn({ err: error, queue, job: job.id }, 'job failed, to be tried again');
  return { id: job.id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
}
