import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Config } from '../config/config.js';
import { Database, sql } from '../database/database.js';
import { JOBS_SCHEMA } from '../database/migrate.js';
import type { EventEnvelope, EventHandler } from './event.js';
import { HANDLES } from './handles.js';
import { JobQueue } from './job-queue.js';

interface Subscription {
  queue: string;
  event: string;
  handler: string;
  deliver: (events: unknown[]) => Promise<void>;
}

/** Finds every `@Handles` class of the process, subscribes its queue and, unless told otherwise, works it. */
@Injectable()
export class EventWorkers implements OnApplicationBootstrap {
  private subscriptions: Subscription[] = [];
  private draining: Promise<number> = Promise.resolve(0);

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queue: JobQueue,
    private readonly config: Config,
    private readonly db: Database,
  ) {}

  /** @throws Error where two classes of one name handle the same event: they would take each other's events from one queue */
  async onApplicationBootstrap(): Promise<void> {
    const classes = new Map<string, unknown>();
    this.subscriptions = this.discovery.getProviders().flatMap((wrapper) => {
      const event = wrapper.metatype && (Reflect.getMetadata(HANDLES, wrapper.metatype) as string | undefined);
      if (!event || !wrapper.instance) return [];
      const handler = wrapper.metatype!.name;
      const queue = queueOf(event, handler);
      if (classes.has(queue) && classes.get(queue) !== wrapper.metatype) throw new Error(`two handlers are named ${queue}`);
      classes.set(queue, wrapper.metatype);
      // The handler writes with the database of its own module: the post's handlers run as the post's role.
      const hosted = [...wrapper.host!.providers.values()].find((provider) => provider.instance instanceof Database);
      const own = (hosted?.instance as Database | undefined) ?? this.db;
      const instance = wrapper.instance as EventHandler;
      return [
        {
          queue,
          event,
          handler,
          deliver: (events: unknown[]) => deliverOnce(own, handler, instance, events as EventEnvelope<object>[]),
        },
      ];
    });
    for (const { queue, event } of this.subscriptions) await this.queue.ensure(queue, event);
    if (this.config.workers) for (const { queue, deliver } of this.subscriptions) await this.queue.work(queue, deliver);
  }

  /** Handles everything that waits, and everything that causes, until all queues are empty; one call after the other. For tests and the seed. */
  drain(): Promise<number> {
    const drained = this.draining.then(() => this.drainNow());
    this.draining = drained.catch(() => 0);
    return drained;
  }

  private async drainNow(): Promise<number> {
    let handled = 0;
    for (;;) {
      const waiting = await this.waiting();
      const due = this.subscriptions.filter(({ queue }) => waiting.has(queue));
      if (!due.length) return handled;
      for (const { queue, deliver } of due) handled += await this.queue.drain(queue, deliver);
    }
  }

  /** Queues with a job that may run now. */
  private async waiting(): Promise<Set<string>> {
    const rows = (await this.db.read.query(
      `select distinct name from ${JOBS_SCHEMA}.job where state in ('created', 'retry') and start_after <= now()`,
    )) as { name: string }[];
    return new Set(rows.map((row) => row.name));
  }
}

/** The queue of a handler, by the names of its event and its class. */
export function queueOf(event: string, handler: string): string {
  return `${event}.${handler}`;
}

/** Hands the events that this handler has not handled yet to it, all in one transaction. */
async function deliverOnce(
  database: Database,
  handler: string,
  instance: EventHandler,
  events: readonly EventEnvelope<object>[],
): Promise<void> {
  await database.transaction(async (tx) => {
    const fresh = await sql<{ id: string }>(
      tx,
      `insert into platform.inbox (event_id, handler) select id, $2 from unnest($1::uuid[]) as given (id)
       on conflict do nothing returning event_id as id`,
      [events.map((event) => event.id), handler],
    );
    const ids = new Set(fresh.map((row) => row.id));
    // The same event may come twice in one batch too.
    const due = events.filter((event) => ids.delete(event.id));
    if (instance.handleAll) await instance.handleAll(tx, due);
    else for (const event of due) await instance.handle(tx, event);
  });
}
