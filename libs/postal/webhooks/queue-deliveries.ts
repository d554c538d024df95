import { Clock, Every, sql, type Tx } from '@choxa/platform';
import { toParcelEventDto } from '../feeds/event-feed.dto.js';
import { eventsAfter, placeOf, SETTLED_AFTER_MS, type FedEvent, type FeedPlace } from '../feeds/events.query.js';
import type { Reader } from '../feeds/readers.js';
import { PostalDatabase } from '../postal-database.js';
import { addDeliveries } from './add-deliveries.js';
import { kindOf, type WebhookKind } from './webhook-kinds.js';

const EVERY_SECONDS = 2;
const PAGE = 500;
/** Pages read for a webhook in one transaction; what is left waits for the next beat. */
const MOST_PAGES = 10;

interface ReadingWebhook {
  id: string;
  operatorId: string;
  senderKey: string | null;
  kinds: WebhookKind[];
  readUntil: Date;
  readUntilId: string;
}

/**
 * Reads the feed for every webhook and puts what it wants to be told on its way. It reads up to now but stands half a minute back, since a scan may
 * become visible later than one that was recorded after it: what was put on its way before is there once all the same.
 */
@Every(EVERY_SECONDS)
export class QueueDeliveries {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const webhooks = await sql<{ id: string }>(this.db.read, `select id from postal.webhook where state = 'active' order by id`);
    for (const { id } of webhooks) await this.db.transaction((tx) => this.queue(tx, id));
  }

  private async queue(tx: Tx, id: string): Promise<void> {
    const [webhook] = await sql<ReadingWebhook>(
      tx,
      `select id, operator_id as "operatorId", sender_key as "senderKey", kinds, read_until as "readUntil", read_until_id as "readUntilId"
       from postal.webhook where id = $1 and state = 'active' for update skip locked`,
      [id],
    );
    if (!webhook) return;
    const now = this.clock.now();
    const settled = new Date(now.getTime() - SETTLED_AFTER_MS);
    let place: FeedPlace = { recordedAt: webhook.readUntil.toISOString(), id: webhook.readUntilId };
    let stand: FeedPlace | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const events = await eventsAfter(tx, readerFor(webhook), place, now, PAGE);
      await this.add(tx, webhook, events, now);
      const last = events.at(-1);
      if (last) place = placeOf(last);
      const lastSettled = events.findLast(({ recordedAt }) => recordedAt <= settled);
      if (lastSettled) stand = placeOf(lastSettled);
      if (events.length < PAGE) break;
    }
    if (stand)
      await sql(tx, 'update postal.webhook set read_until = $2, read_until_id = $3 where id = $1', [id, stand.recordedAt, stand.id]);
  }

  private async add(tx: Tx, webhook: ReadingWebhook, events: FedEvent[], now: Date): Promise<void> {
    const wanted = events.filter(({ code }) => webhook.kinds.includes(kindOf(code)));
    const deliveries = wanted.map((event) => ({
      webhookId: webhook.id,
      eventId: event.id,
      kind: kindOf(event.code),
      timestamp: event.eventTime.toISOString(),
      data: toParcelEventDto(event),
    }));
    await addDeliveries(tx, deliveries, now);
  }
}

/** A webhook reads what its owner may. */
function readerFor({ operatorId, senderKey }: ReadingWebhook): Reader {
  return senderKey === null ? { managed: [operatorId], sending: [], senderKey: '' } : { managed: [], sending: [operatorId], senderKey };
}
