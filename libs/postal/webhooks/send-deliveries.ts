import { randomUUID } from 'node:crypto';
import { Clock, Every, Notify, OutsideCalls, sql, Trail, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { webhookSchedule, type WebhookSchedule } from './webhook-schedule.query.js';
import { signedHeaders } from './webhook-secret.js';

const EVERY_SECONDS = 2;
const BATCH = 20;
const SHOWN_OF_AN_ERROR = 300;
/** HTTP: the receiver says that it is no more. */
const GONE = 410;

interface Due {
  id: string;
  webhookId: string;
  payload: string;
  /** This try is the how many-th. */
  tries: number;
  url: string;
  /** The secret, and the one before while it counts. */
  secrets: string[];
}

interface Outcome {
  /** Null when nobody answered. */
  status: number | null;
  /** Null when the receiver took it. */
  error: string | null;
}

/** Sends the messages that are due. Each is claimed before it is sent, so two processes never send the same one at once. */
@Every(EVERY_SECONDS)
export class SendDeliveries {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly outside: OutsideCalls,
    private readonly notify: Notify,
    private readonly trail: Trail,
  ) {}

  /** The number of tries made. */
  async run(): Promise<number> {
    let tried = 0;
    for (;;) {
      const schedule = await webhookSchedule(this.db.read, this.clock.now());
      const due = await this.claim(schedule);
      await Promise.all(due.map((one) => this.deliver(one, schedule)));
      tried += due.length;
      if (due.length < BATCH) return tried;
    }
  }

  /** Takes some; when this process dies now, they are due again after the wait of their try. */
  private claim({ waitsSeconds }: WebhookSchedule): Promise<Due[]> {
    return this.db.transaction((tx) => sql<Due>(tx, CLAIM, [this.clock.now(), BATCH, waitsSeconds]));
  }

  private async deliver(due: Due, schedule: WebhookSchedule): Promise<void> {
    const outcome = await this.send(due);
    await this.db.transaction(async (tx) => {
      await sql(tx, 'insert into postal.webhook_try (id, delivery_id, tried_at, status, error) values ($1, $2, $3, $4, $5)', [
        randomUUID(),
        due.id,
        this.clock.now(),
        outcome.status,
        outcome.error,
      ]);
      if (outcome.error === null) await this.arrived(tx, due);
      else await this.failed(tx, due, outcome, schedule);
    });
  }

  private async send({ id, url, payload, secrets }: Due): Promise<Outcome> {
    try {
      const answer = await this.outside.post({ url, body: payload, headers: signedHeaders(id, this.clock.now(), payload, secrets) });
      const taken = answer.status >= 200 && answer.status < 300;
      return { status: answer.status, error: taken ? null : answer.text.replaceAll('\0', '').slice(0, SHOWN_OF_AN_ERROR) };
    } catch (error) {
      return { status: null, error: (error as Error).message.slice(0, SHOWN_OF_AN_ERROR) };
    }
  }

  private async arrived(tx: Tx, { id, webhookId }: Due): Promise<void> {
    await sql(tx, `update postal.webhook_delivery set state = 'delivered', next_try_at = null where id = $1`, [id]);
    await sql(tx, 'update postal.webhook set failing_since = null where id = $1 and failing_since is not null', [webhookId]);
  }

  private async failed(tx: Tx, { id, webhookId, tries }: Due, { status }: Outcome, schedule: WebhookSchedule): Promise<void> {
    const now = this.clock.now();
    const last = status === GONE || tries > schedule.waitsSeconds.length;
    if (last) await sql(tx, `update postal.webhook_delivery set state = 'given_up', next_try_at = null where id = $1`, [id]);
    const [webhook] = await sql<{ failingSince: Date }>(
      tx,
      'update postal.webhook set failing_since = coalesce(failing_since, $2) where id = $1 returning failing_since as "failingSince"',
      [webhookId, now],
    );
    const failingSeconds = webhook ? (now.getTime() - webhook.failingSince.getTime()) / 1000 : 0;
    if (status === GONE) await this.disable(tx, webhookId, 'gone');
    else if (last && failingSeconds >= schedule.disableAfterSeconds) await this.disable(tx, webhookId, 'failing');
  }

  /** The post no longer calls it; whoever made it is told. What waits goes on when it is switched on again. */
  private async disable(tx: Tx, id: string, reason: 'gone' | 'failing'): Promise<void> {
    const [disabled] = await sql<{ url: string; phone: string | null }>(
      tx,
      `update postal.webhook set state = 'disabled', disabled_reason = $2 where id = $1 and state = 'active' returning url, contact_phone as phone`,
      [id, reason],
    );
    if (!disabled) return;
    await this.trail.record(tx, 'system', { action: 'webhook.disabled', subjectKind: 'webhook', subjectId: id, details: { reason } });
    if (!disabled.phone) return;
    const { host } = new URL(disabled.url);
    await this.notify.send(tx, {
      to: disabled.phone,
      channel: 'sms',
      template: 'postal.webhook-disabled',
      text:
        `Bưu chính: webhook tới ${host} lỗi nhiều ngày liền nên đã tắt. Sửa xong, xin bật lại; tin đang chờ sẽ được gửi tiếp. / ` +
        `Webhook to ${host} kept failing and is switched off. Switch it on again when mended; what waits will be sent.`,
    });
  }
}

/** `$3`: the waits. The time of the next try is set already; the last one's counts only if this process dies. */
const CLAIM = `
  with due as (
    select delivery.id from postal.webhook_delivery delivery join postal.webhook on webhook.id = delivery.webhook_id
     where delivery.state = 'waiting' and delivery.next_try_at <= $1 and webhook.state = 'active'
     order by delivery.next_try_at limit $2 for update of delivery skip locked)
  update postal.webhook_delivery delivery
     set tries = delivery.tries + 1,
         next_try_at = $1 + make_interval(secs => ($3::int[])[least(delivery.tries + 1, cardinality($3::int[]))])
    from due, postal.webhook
   where delivery.id = due.id and webhook.id = delivery.webhook_id
  returning delivery.id, delivery.webhook_id as "webhookId", delivery.payload, delivery.tries, webhook.url,
    case when webhook.previous_secret_until > $1 then array[webhook.secret, webhook.previous_secret] else array[webhook.secret] end as secrets`;
