import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/database.js';
import type { EventEnvelope, EventKind } from './event.js';
import { JobQueue } from './job-queue.js';

/** Writes facts into the transaction that made them; they exist exactly when it commits. */
@Injectable()
export class Events {
  constructor(
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Hands `data` to every subscribed handler's queue, in `tx`. Each handler gets its own copy under the same event id. */
  async publish<Data extends object>(tx: Tx, kind: EventKind<Data>, data: Data): Promise<void> {
    const event = this.envelope(kind, data);
    for (const name of await this.queue.queuesOf(tx, kind.name)) await this.queue.send(tx, name, event);
  }

  /** As `publish` for many facts of one kind, in one statement a queue. They travel together, and each is handled once all the same. */
  async publishAll<Data extends object>(tx: Tx, kind: EventKind<Data>, facts: readonly Data[]): Promise<void> {
    if (!facts.length) return;
    const events = facts.map((data) => this.envelope(kind, data));
    for (const name of await this.queue.queuesOf(tx, kind.name)) await this.queue.sendAll(tx, name, events);
  }

  private envelope<Data extends object>({ name }: EventKind<Data>, data: Data): EventEnvelope<Data> {
    return { id: randomUUID(), name, occurredAt: this.clock.now().toISOString(), data };
  }
}
