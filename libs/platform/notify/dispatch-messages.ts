import { Clock } from '../clock/clock.js';
import { Database, sql, type Tx } from '../database/database.js';
import { logger } from '../logging/logger.js';
import { Every } from '../timed-work/every.js';
import { MessageChannels, type OutgoingMessage } from './message-channels.js';
import { mayBeSwitchedOff, topicOf, type NoticeChannel } from './notice-topics.js';
import { retryAt, TRIES } from './retries.rules.js';

const EVERY_SECONDS = 5;
const BATCH = 200;

interface Waiting extends OutgoingMessage {
  tries: number;
}

/** Hands what waits to the channels: a text to the telephone, and a push to each device of its owner. What somebody switched off is skipped. */
@Every(EVERY_SECONDS)
export class DispatchMessages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly channels: MessageChannels,
  ) {}

  /** The number of messages looked at. A message's row is locked while it is handed over, so two processes never hand over the same one. */
  async run(): Promise<number> {
    let seen = 0;
    for (let more = BATCH; more === BATCH; seen += more) more = await this.db.transaction((tx) => this.batch(tx));
    return seen;
  }

  private async batch(tx: Tx): Promise<number> {
    const waiting = await sql<Waiting>(tx, WAITING, [this.clock.now(), BATCH]);
    if (!waiting.length) return 0;
    const unwanted = await this.unwanted(
      tx,
      waiting.map(({ to }) => to),
    );
    const wants = ({ to, template }: Waiting, channel: NoticeChannel): boolean => {
      const topic = topicOf(template);
      return !mayBeSwitchedOff(topic, channel) || !unwanted.has(`${to} ${topic} ${channel}`);
    };
    await this.queuePushes(
      tx,
      waiting.filter((message) => wants(message, 'push')),
    );
    const done: Record<'sent' | 'skipped', string[]> = { sent: [], skipped: [] };
    for (const message of waiting) {
      if (message.channel === 'push' || !wants(message, 'text')) done[message.channel === 'push' ? 'sent' : 'skipped'].push(message.id);
      else if (await this.handOver(tx, message)) done.sent.push(message.id);
    }
    for (const [state, ids] of Object.entries(done))
      await sql(tx, 'update platform.message set state = $2 where id = any($1::uuid[])', [ids, state]);
    return waiting.length;
  }

  /** False when it failed; then it waits for its next try, or is given up. */
  private async handOver(tx: Tx, message: Waiting): Promise<boolean> {
    try {
      await this.channels.deliver(message);
      return true;
    } catch (error) {
      const tries = message.tries + 1;
      logger.warn({ err: error, message: message.id, channel: message.channel, tries }, 'message not handed over');
      await sql(tx, 'update platform.message set state = $2, tries = $3, next_try_at = $4 where id = $1', [
        message.id,
        tries < TRIES ? 'waiting' : 'failed',
        tries,
        retryAt(this.clock.now(), tries),
      ]);
      return false;
    }
  }

  private async unwanted(tx: Tx, phones: string[]): Promise<Set<string>> {
    const rows = await sql<{ phone: string; topic: string; channel: string }>(
      tx,
      'select phone, topic, channel from platform.unwanted_notice where phone = any($1::text[])',
      [phones],
    );
    return new Set(rows.map(({ phone, topic, channel }) => `${phone} ${topic} ${channel}`));
  }

  private async queuePushes(tx: Tx, messages: Waiting[]): Promise<void> {
    await sql(
      tx,
      `insert into platform.push_delivery (message_id, subscription_id, state, next_try_at)
       select given.id, subscription.id, 'waiting', $3 from unnest($1::uuid[], $2::text[]) as given (id, phone)
         join platform.push_subscription subscription on subscription.phone = given.phone on conflict do nothing`,
      [messages.map(({ id }) => id), messages.map(({ to }) => to), this.clock.now()],
    );
  }
}

const WAITING = `
  select id, recipient as "to", channel, template, body as text, tries from platform.message
   where state = 'waiting' and (next_try_at is null or next_try_at <= $1) order by sent_at limit $2 for update skip locked`;
