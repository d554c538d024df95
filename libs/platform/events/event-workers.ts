import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { JOBS_SCHEMA } from '../database/migrate.js';
import type { EventEnvelope, EventHandler } from './event.js';
import { HANDLES } from './handles.js';
import { JobQueue } from './job-queue.js';

interface Subscription {
  queue: string;
  event: string;
  handler: string;
  deliver: (data: unknown) => Promise<void>;
}

/** Finds every `@Handles` class of the process, subscribes its queue and, unless told otherwise, works it. */
@Injectable()
export class EventWorkers implements OnApplicationBootstrap {
  private subscriptions: Subscription[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queue: JobQueue,
    private readonly config: Config,
    private readonly db: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.subscriptions = this.discovery.getProviders().flatMap((wrapper) => {
      const event = wrapper.metatype && (Reflect.getMetadata(HANDLES, wrapper.metatype) as string | undefined);
      if (!event || !wrapper.instance) return [];
      const handler = wrapper.metatype!.name;
      // The handler writes with the database of its own module: the post's handlers run as the post's role.
      const hosted = [...wrapper.host!.providers.values()].find((provider) => provider.instance instanceof Database);
      const own = (hosted?.instance as Database | undefined) ?? this.db;
      const instance = wrapper.instance as EventHandler;
      return [{ queue: `${event}.${handler}`, event, handler, deliver: (data: unknown) => deliverOnce(own, handler, instance, data) }];
    });
    for (const { queue, event } of this.subscriptions) await this.queue.ensure(queue, event);
    if (this.config.workers) for (const { queue, deliver } of this.subscriptions) await this.queue.work(queue, deliver);
  }

  /** Handles everything that waits, and everything that causes, until all queues are empty. For tests and the seed. */
  async drain(): Promise<number> {
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

async function deliverOnce(database: Database, handler: string, instance: EventHandler, data: unknown): Promise<void> {
  const event = data as EventEnvelope<object>;
  await database.transaction(async (tx) => {
    const fresh = (await tx.query('insert into platform.inbox (event_id, handler) values ($1, $2) on conflict do nothing returning 1', [
      event.id,
      handler,
    ])) as unknown[];
    if (fresh.length) await instance.handle(tx, event);
  });
}
