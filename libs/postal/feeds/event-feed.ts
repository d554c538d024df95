import { Injectable } from '@nestjs/common';
import { Clock, decodeCursor, encodeCursor, platformProblem, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { eventsAfter, NO_ID, SETTLED_AFTER_MS, type FedEvent, type FeedPlace } from './events.query.js';
import { readerOf } from './readers.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const FROM_THE_BEGINNING: FeedPlace = { recordedAt: '2000-01-01T00:00:00Z', id: NO_ID };

export interface FeedPage {
  events: FedEvent[];
  /** Where the next reading goes on; null while nothing was ever read. */
  next: string | null;
  /** Whether more is there now. */
  more: boolean;
}

/** Events in the sequence in which they were recorded, for programs that come again and again; half a minute late, so that none is missed. */
@Injectable()
export class EventFeed {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** @param since the `next` of the reading before, or an RFC 3339 instant to begin at. @throws Problem `request.invalid` */
  async read(actor: Actor, since: string | undefined, limit: number): Promise<FeedPage> {
    const settled = new Date(this.clock.now().getTime() - SETTLED_AFTER_MS);
    const found = await eventsAfter(this.db.read, readerOf(actor), readPlace(since), settled, limit + 1);
    const events = found.slice(0, limit);
    const last = events.at(-1);
    return { events, next: last ? encodeCursor([last.recordedAt.toISOString(), last.id]) : (since ?? null), more: found.length > limit };
  }
}

function readPlace(since: string | undefined): FeedPlace {
  if (!since) return FROM_THE_BEGINNING;
  if (INSTANT.test(since) && !Number.isNaN(Date.parse(since))) return { recordedAt: since, id: NO_ID };
  const [recordedAt, id] = decodeCursor(since, 2).map(String) as [string, string];
  if (!INSTANT.test(recordedAt) || Number.isNaN(Date.parse(recordedAt)) || !/^[0-9a-f-]{36}$/.test(id))
    throw platformProblem('request.invalid', { errors: [{ pointer: '/since', code: 'cursor', detail: 'Not a cursor of this feed' }] });
  return { recordedAt, id };
}
