import { Injectable } from '@nestjs/common';
import { CompensationDecided } from '@choxa/postal-contract';
import { Clock, Events, Notify, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { formatVnd } from '@choxa/standards';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { canClaimMove, type ClaimKind, type ClaimState } from './claim.rules.js';
import { IN_REACH, reachOf } from './claims.query.js';
import type { ClaimOpener } from './compensation-case.entity.js';

interface LockedClaim {
  id: string;
  parcelNumber: string;
  senderReference: string;
  kind: ClaimKind;
  state: ClaimState;
  openedBy: ClaimOpener;
  mostVnd: number;
  senderPhone: string;
  recipientPhone: string;
}

interface Said {
  finding?: string;
  answer?: string | null;
  sumVnd?: number;
  reference?: string;
}

/** The post looks into a claim, says yes with a sum or no with a reason, and pays. Who asked is told of each answer. */
@Injectable()
export class AnswerClaim {
  constructor(
    private readonly db: PostalDatabase,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** What was found out. @throws Problem `claim.unknown`, `claim.state` */
  examine(actor: Actor, id: string, finding: string): Promise<void> {
    return this.move(actor, id, 'examined', () => ({ finding }));
  }

  /** The post owes `sumVnd`; the most the rules give when nothing is said. @throws Problem `claim.unknown`, `claim.state`, `claim.sum` */
  accept(actor: Actor, id: string, sumVnd: number | null, answer: string | null): Promise<void> {
    return this.move(actor, id, 'accepted', ({ mostVnd }) => {
      const owedVnd = sumVnd ?? mostVnd;
      if (owedVnd < 1 || owedVnd > mostVnd) throw postalProblem('claim.sum', { detail: `${formatVnd(owedVnd)} > ${formatVnd(mostVnd)}` });
      return { answer, sumVnd: owedVnd };
    });
  }

  /** @throws Problem `claim.unknown`, `claim.state` */
  refuse(actor: Actor, id: string, answer: string): Promise<void> {
    return this.move(actor, id, 'refused', () => ({ answer }));
  }

  /** @throws Problem `claim.unknown`, `claim.state` */
  pay(actor: Actor, id: string, reference: string): Promise<void> {
    return this.move(actor, id, 'paid', () => ({ reference }));
  }

  /** One step of the table; `saying` gives the columns it fills. */
  private async move(actor: Actor, id: string, to: ClaimState, saying: (claim: LockedClaim) => Said): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [claim] = await sql<LockedClaim>(tx, LOCK, [id, ...reachOf(actor)]);
      if (!claim) throw postalProblem('claim.unknown');
      if (!canClaimMove(claim.state, to)) throw postalProblem('claim.state');
      const { finding = null, answer = null, sumVnd = null, reference = null } = saying(claim);
      await sql(
        tx,
        `update postal.compensation_case set state = $2, finding = coalesce($3, finding), answer = coalesce($4, answer),
           sum_vnd = coalesce($5, sum_vnd), reference = $6, changed_at = $7 where id = $1`,
        [id, to, finding, answer, sumVnd, reference, this.clock.now()],
      );
      if (to === 'accepted' || to === 'refused') await this.tell(tx, claim, to, sumVnd, answer);
      const details = { number: claim.parcelNumber, from: claim.state, to, ...(sumVnd && { sumVnd }) };
      await this.trail.record(tx, actor, { action: 'claim.moved', subjectKind: 'claim', subjectId: id, details });
    });
  }

  private async tell(
    tx: Tx,
    claim: LockedClaim,
    outcome: 'accepted' | 'refused',
    sumVnd: number | null,
    why: string | null,
  ): Promise<void> {
    const { parcelNumber: number, senderReference, kind, openedBy, senderPhone, recipientPhone } = claim;
    const decidedAt = this.clock.now().toISOString();
    await this.events.publish(tx, CompensationDecided, { number, senderReference, kind, outcome, sumVnd, decidedAt });
    const to = openedBy === 'recipient' ? recipientPhone : senderPhone;
    const text = sumVnd === null ? refusedText(number, why ?? '') : acceptedText(number, sumVnd);
    await this.notify.send(tx, { to, channel: 'sms', template: 'postal.claim-answered', text });
  }
}

function acceptedText(number: string, sumVnd: number): string {
  return (
    `Bưu gửi ${number}: bưu chính chấp nhận bồi thường ${formatVnd(sumVnd)}. Mời bạn đến bưu cục nhận tiền hoặc báo tài khoản. / ` +
    `Parcel ${number}: the post pays ${formatVnd(sumVnd)}. Please fetch it at the office or tell your account.`
  );
}

function refusedText(number: string, why: string): string {
  return `Bưu gửi ${number}: bưu chính không bồi thường. Lý do: ${why} / Parcel ${number}: the post pays no compensation: ${why}`;
}

const LOCK = `
  select claim.id, parcel.number as "parcelNumber", parcel.sender_reference as "senderReference", claim.kind, claim.state,
         claim.opened_by as "openedBy", claim.most_vnd as "mostVnd", sender_phone as "senderPhone",
         recipient_phone as "recipientPhone"
    from postal.compensation_case claim join postal.parcel on parcel.number = claim.parcel_number
   where claim.id = $1 and ${IN_REACH} for update of claim`;
