import { Clock } from '../../clock/clock.js';
import { Database, sql } from '../../database/database.js';
import { Every } from '../../timed-work/every.js';
import { retryAt, TRIES } from '../retries.rules.js';
import { PushSender, type PushTarget } from './push-sender.js';
import { pushText } from './push-text.rules.js';

const EVERY_SECONDS = 5;
const BATCH = 20;

interface Due extends PushTarget {
  messageId: string;
  subscriptionId: string;
  template: string;
  body: string;
  tries: number;
}

/** Sends the pushes that wait. Each is claimed before it is sent, so two processes never send the same one at once. */
@Every(EVERY_SECONDS)
export class DeliverPushes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sender: PushSender,
  ) {}

  /** The number of tries made. */
  async run(): Promise<number> {
    let tried = 0;
    for (;;) {
      const due = await this.claim();
      await Promise.all(due.map((push) => this.deliver(push)));
      tried += due.length;
      if (due.length < BATCH) return tried;
    }
  }

  /** Takes some; when this process dies now, they are due again after the wait of their try. */
  private async claim(): Promise<Due[]> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const due = await sql<Due>(tx, CLAIM, [now, BATCH]);
      for (const { messageId, subscriptionId, tries } of due)
        await sql(
          tx,
          'update platform.push_delivery set tries = tries + 1, next_try_at = $3 where message_id = $1 and subscription_id = $2',
          [messageId, subscriptionId, retryAt(now, tries + 1)],
        );
      return due;
    });
  }

  private async deliver({ messageId, subscriptionId, template, body, tries, ...target }: Due): Promise<void> {
    const outcome = await this.sender.send(target, messageId, pushText(template, body));
    if (outcome.kind === 'gone') {
      await this.db.transaction((tx) => sql(tx, 'delete from platform.push_subscription where id = $1', [subscriptionId]));
      return;
    }
    const given = outcome.kind === 'failed' && tries + 1 >= TRIES ? 'failed' : outcome.kind === 'sent' ? 'sent' : 'waiting';
    await this.db.transaction((tx) =>
      sql(tx, 'update platform.push_delivery set state = $3, error = $4 where message_id = $1 and subscription_id = $2', [
        messageId,
        subscriptionId,
        given,
        outcome.kind === 'failed' ? outcome.error : null,
      ]),
    );
  }
}

const CLAIM = `
  select delivery.message_id as "messageId", delivery.subscription_id as "subscriptionId", message.template, message.body, delivery.tries,
         subscription.endpoint, subscription.p256dh, subscription.auth
    from platform.push_delivery delivery
    join platform.message on message.id = delivery.message_id
    join platform.push_subscription subscription on subscription.id = delivery.subscription_id
   where delivery.state = 'waiting' and delivery.next_try_at <= $1
   order by delivery.next_try_at limit $2 for update of delivery skip locked`;
