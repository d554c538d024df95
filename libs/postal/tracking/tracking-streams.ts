import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { logger } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';
import type { TrackingDto } from './tracking.dto.js';
import { Tracking } from './tracking.query.js';

/** Where a stream is written to; an HTTP response, or a test. */
export interface Watcher {
  write(text: string): void;
  end(): void;
}

interface Watched {
  number: string;
  watcher: Watcher;
  mark: string;
  since: number;
}

/** More than this and the page falls back to asking again by itself. */
export const MAX_STREAMS = 1_000;
const POLL_MS = 2_000;
const HEARTBEAT_EVERY = 7;
/** A browser reconnects by itself; so a forgotten tab costs no more than this. */
const LIFETIME_MS = 10 * 60_000;

/** Live tracking: one light query every two seconds for everybody who watches, none when nobody does. */
@Injectable()
export class TrackingStreams implements BeforeApplicationShutdown {
  private readonly streams = new Set<Watched>();
  private timer: NodeJS.Timeout | undefined;
  private rounds = 0;
  private asking = false;

  constructor(private readonly tracking: Tracking) {}

  get open(): number {
    return this.streams.size;
  }

  /**
   * Sends the state now and at every change, until the parcel's journey is over; call `stop` when the client has gone. A client that comes back and
   * has seen the last change (`lastSeen`, the id of the event it had last) is not told it again.
   * @throws Problem `parcel.unknown`, `tracking.busy`
   */
  async start(writtenNumber: string, open: () => Watcher, lastSeen?: string): Promise<{ stop: () => void }> {
    if (this.streams.size >= MAX_STREAMS) throw postalProblem('tracking.busy', { retryAfterSeconds: 30 });
    const first = await this.tracking.of(writtenNumber);
    const mark = (await this.tracking.marks([first.number])).get(first.number) ?? '';
    const watcher = open();
    watcher.write(`retry: 5000\n\n${lastSeen === mark ? '' : message(first, mark)}`);
    if (!first.nextStep) {
      watcher.end();
      return { stop: () => {} };
    }
    const stream = { number: first.number, watcher, mark, since: Date.now() };
    this.streams.add(stream);
    this.timer ??= setInterval(() => void this.round(), POLL_MS).unref();
    return { stop: () => this.drop(stream) };
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.streams) this.end(stream);
  }

  private async round(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.rounds += 1;
    try {
      const marks = await this.tracking.marks([...new Set([...this.streams].map((stream) => stream.number))]);
      for (const stream of this.streams) {
        if (marks.get(stream.number) !== stream.mark) await this.tell(stream, marks.get(stream.number)!);
        else if (this.rounds % HEARTBEAT_EVERY === 0) stream.watcher.write(': still here\n\n');
        if (Date.now() - stream.since > LIFETIME_MS) this.end(stream);
      }
    } catch (error) {
      // The database may be away for a moment; the next round asks again.
      logger.warn({ err: error }, 'tracking streams');
    } finally {
      this.asking = false;
    }
  }

  private async tell(stream: Watched, mark: string): Promise<void> {
    const now = await this.tracking.of(stream.number);
    stream.mark = mark;
    stream.watcher.write(message(now, mark));
    if (!now.nextStep) this.end(stream);
  }

  private end(stream: Watched): void {
    stream.watcher.end();
    this.drop(stream);
  }

  private drop(stream: Watched): void {
    this.streams.delete(stream);
    if (this.streams.size) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

/** One event; its id says which state it tells. */
function message(tracking: TrackingDto, mark: string): string {
  return `event: status\nid: ${mark}\ndata: ${JSON.stringify(tracking)}\n\n`;
}
