import { Injectable } from '@nestjs/common';
import { DisputeDecided } from '@choxa/postal-contract';
import { Clock, Events, Notify, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { DeclareCorrection } from '../corrections/declare-correction.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { ReviewState } from './delivery-review.entity.js';

type Verdict = Exclude<ReviewState, 'open'>;

interface Reviewed {
  id: string;
  parcelNumber: string;
  senderReference: string;
  recipientPhone: string;
  courierId: string;
  state: ReviewState;
  disputed: boolean;
  /** What was taken in part is not corrected: the rest is on its way already. */
  inPart: boolean;
}

/**
 * A manager says whether a doubted delivery was a real one. One that was false is declared wrong in the same step; when a second person has confirmed
 * that, the parcel is open again and its cash is not collected.
 */
@Injectable()
export class DecideReview {
  constructor(
    private readonly db: PostalDatabase,
    private readonly declareCorrection: DeclareCorrection,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `review.unknown`, also for one of another operator; `review.own-delivery`; `review.decided` when the verdict was another */
  async run(actor: Actor, id: string, verdict: Verdict, note: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [review] = await sql<Reviewed>(tx, REVIEWED, [id, managedOperators(actor)]);
      if (!review) throw postalProblem('review.unknown');
      if (review.courierId === actor.accountId) throw postalProblem('review.own-delivery');
      if (review.state === verdict) return;
      if (review.state !== 'open') throw postalProblem('review.decided');
      await sql(tx, 'update postal.delivery_review set state = $2, note = $3, decided_at = $4, decided_by = $5 where id = $1', [
        id,
        verdict,
        note,
        this.clock.now(),
        actor.accountId,
      ]);
      const decision = { action: `delivery.${verdict}`, subjectKind: 'parcel', subjectId: review.parcelNumber, details: { note } };
      await this.trail.record(tx, actor, decision);
      if (verdict === 'upheld' && !review.inPart) await this.declareCorrection.once(tx, actor, id, note);
      if (review.disputed) await this.answerRecipient(tx, review, verdict, note);
    });
  }

  private async answerRecipient(tx: Tx, review: Reviewed, verdict: Verdict, note: string): Promise<void> {
    const { parcelNumber: number, senderReference, recipientPhone } = review;
    const decidedAt = this.clock.now().toISOString();
    await this.events.publish(tx, DisputeDecided, { number, senderReference, upheld: verdict === 'upheld', decidedAt });
    await this.notify.send(tx, {
      to: recipientPhone,
      channel: 'sms',
      template: 'postal.dispute-decided',
      text: verdict === 'upheld' ? upheldText(number) : dismissedText(number, note),
    });
  }
}

function upheldText(number: string): string {
  return (
    `Bưu gửi ${number}: bưu chính xác nhận bạn chưa nhận được hàng và đang tìm lại bưu gửi cho bạn. / ` +
    `Parcel ${number}: the post agrees that you have not got it and is looking for it.`
  );
}

function dismissedText(number: string, note: string): string {
  return (
    `Bưu gửi ${number}: bưu chính đã kiểm tra và thấy bưu gửi đã được phát. Lý do: ${note}. Chưa đồng ý, bạn gửi khiếu nại ở trang theo dõi. / ` +
    `Parcel ${number}: the post has checked and finds that it was delivered: ${note}. If you do not agree, complain on the tracking page.`
  );
}

const REVIEWED = `
  select review.id, parcel_number as "parcelNumber", parcel.sender_reference as "senderReference", parcel.recipient_phone as "recipientPhone",
         courier_id as "courierId", review.state, disputed_at is not null as disputed,
         exists (select from postal.parcel rest where rest.rest_of = parcel.number) as "inPart"
    from postal.delivery_review review join postal.parcel on parcel.number = parcel_number
   where review.id = $1 and review.operator_id = any($2::uuid[]) for update of review`;
