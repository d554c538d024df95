import { Clock, Every, Notify, sql, WorkingDays, type Tx } from '@choxa/platform';
import { formatDay, localDay } from '@choxa/standards';
import { deliveryNorms } from '../delivery/delivery-norms.js';
import { PostalDatabase } from '../postal-database.js';

interface Waiting {
  number: string;
  recipientPhone: string;
  officeName: string;
  /** Notices sent so far. */
  sent: number;
}

/** So many at once; the rest follows a minute later. */
const MOST_AT_ONCE = 200;

/**
 * Tells recipients that a parcel waits for them: after a try that counts, or when it is to be fetched at the counter. Who has not got it two working
 * days later is told once more (Postal Law 49/2010: two notices before it is undeliverable).
 */
@Every(60)
export class SendNotices {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly notify: Notify,
  ) {}

  /** Answers how many notices were sent. */
  async run(): Promise<number> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const waiting = await sql<Waiting>(tx, WAITING, [localDay(now), MOST_AT_ONCE]);
      return waiting.length ? this.send(tx, waiting, now) : 0;
    });
  }

  private async send(tx: Tx, waiting: Waiting[], now: Date): Promise<number> {
    const norms = await deliveryNorms(tx, now);
    const today = localDay(now);
    const secondOn = await this.workingDays.after(tx, today, norms.notice_working_days);
    const keptUntil = await this.workingDays.after(tx, today, norms.collect_working_days);
    // Another process may have told some of them while we waited for their rows.
    const written = await sql<{ number: string }>(
      tx,
      `insert into postal.notice (parcel_number, sequence, sent_at, due_on)
       select number, sent + 1, $3, case when sent = 0 then $4::date else $5::date end from unnest($1::text[], $2::int[]) as waiting(number, sent)
       on conflict do nothing returning parcel_number as number`,
      [waiting.map(({ number }) => number), waiting.map(({ sent }) => sent), now, secondOn, keptUntil],
    );
    const told = waiting.filter(({ number }) => written.some((row) => row.number === number));
    await this.notify.sendAll(
      tx,
      told.map((parcel) => ({
        to: parcel.recipientPhone,
        channel: 'sms' as const,
        template: 'postal.parcel-waits',
        text: parcel.sent ? lastNotice(parcel, keptUntil) : firstNotice(parcel),
      })),
    );
    return told.length;
  }
}

function firstNotice({ number, officeName }: Waiting): string {
  return (
    `Bưu gửi ${number} chưa tới được tay bạn và đang ở ${officeName}. Hãy nghe máy khi bưu tá gọi, hoặc đến lấy với mã nhận hàng. / ` +
    `Parcel ${number} has not reached you yet and is with ${officeName}. Please answer when the postman calls, or fetch it with your delivery code.`
  );
}

function lastNotice({ number, officeName }: Waiting, keptUntil: string): string {
  const day = formatDay(keptUntil);
  return (
    `Nhắc lần hai: bưu gửi ${number} được giữ ở ${officeName} đến hết ngày ${day}, sau đó trả về người gửi. / ` +
    `Second notice: parcel ${number} is kept at ${officeName} until the end of ${day}, then it goes back to its sender.`
  );
}

/** Locked one by one, so that two processes never tell the same person twice. */
const WAITING = `
  select parcel.number, recipient_phone as "recipientPhone", office.name as "officeName",
    (select count(*)::int from postal.notice where parcel_number = parcel.number) as sent
  from postal.parcel_place place join postal.parcel on parcel.number = place.parcel_number join postal.office on office.id = place.office_id
  where waiting_since is not null and state in ('attempt_failed', 'held')
    and (deliver_to = 'office' or exists (select from postal.attempt join postal.failure_reason reason on reason.code = attempt.reason
      and reason.valid_from <= $1::date and (reason.valid_to is null or reason.valid_to > $1::date)
      where attempt.parcel_number = parcel.number and reason.counts))
    and coalesce((select array_agg(due_on <= $1::date order by sequence) from postal.notice where parcel_number = parcel.number), '{t}') = '{t}'
  order by waiting_since limit $2 for update of parcel skip locked`;
