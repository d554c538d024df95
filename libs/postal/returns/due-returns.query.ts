import { Injectable } from '@nestjs/common';
import { localDay, NON_DELIVERY_REASON_CODES, NON_DELIVERY_REASONS, type NonDeliveryReason } from '@choxa/standards';
import { Clock, sql, WorkingDays, type Actor, type Tx } from '@choxa/platform';
import { deliveryNorms } from '../delivery/delivery-norms.js';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import type { DueReturnDto } from './return.dto.js';
import type { ReturnReason } from './return-decision.entity.js';

/** A parcel whose legal conditions for the way back hold. */
export interface DueReturn {
  number: string;
  reason: ReturnReason;
  /** What the attempt said; null where nobody came for it. */
  attemptReason: NonDeliveryReason | null;
  basis: string;
  officeName: string;
  since: Date;
}

type Candidate = DueReturn & { waits: boolean };

const UNDELIVERABLE = NON_DELIVERY_REASON_CODES.filter((code) => NON_DELIVERY_REASONS[code].undeliverable);

/** Parcels to turn back: refused, undeliverable by their last attempt, or told of twice and not fetched (Postal Law 49/2010). */
@Injectable()
export class DueReturns {
  constructor(
    private readonly db: PostalDatabase,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** Of the offices where the actor works; the longest first, at most 200. */
  async list(actor: Actor): Promise<DueReturnDto[]> {
    const due = await this.due(this.db.read, staffOffices(actor), 200);
    return due.map((one) => ({ ...one, since: one.since.toISOString() }));
  }

  /** `offices` null: of all. */
  async due(tx: Tx, offices: readonly string[] | null, most: number): Promise<DueReturn[]> {
    const now = this.clock.now();
    const { return_wait_working_days: wait } = await deliveryNorms(tx, now);
    const candidates = await sql<Candidate>(tx, DUE, [localDay(now), UNDELIVERABLE, offices, most]);
    const due: DueReturn[] = [];
    for (const { waits, ...one } of candidates)
      if (!waits || (await this.workingDays.after(tx, localDay(one.since), wait)) <= localDay(now)) due.push(one);
    return due;
  }
}

/**
 * The last attempt decides, unless the recipient had the parcel redirected since. Where the sender was to be asked it waits some working days for the
 * sender's word; a parcel that is to be tried again or kept at the counter is not turned back by its attempt.
 */
const DUE = `
  select parcel.number, office.name as "officeName",
         case when uncollected.basis is not null then 'not_collected' when attempt.reason like 'refused%' then 'refused' else 'undeliverable' end
           as reason,
         case when uncollected.basis is null then attempt.reason end as "attemptReason", coalesce(uncollected.basis, attempt.basis) as basis,
         coalesce(uncollected.since, attempt.tried_at) as since,
         uncollected.basis is null and attempt.next_action = 'ask_sender' as waits
    from postal.parcel_place place join postal.parcel on parcel.number = place.parcel_number join postal.office on office.id = place.office_id
    left join lateral (
      select attempt.reason, tried_at, coalesce(attempt.next_action, usual.next_action) as next_action, usual.basis
        from postal.attempt join postal.failure_reason usual on usual.code = attempt.reason
         and usual.valid_from <= $1::date and (usual.valid_to is null or usual.valid_to > $1::date)
       where attempt.parcel_number = parcel.number order by tried_at desc, scan_id limit 1) attempt on true
    left join lateral (
      select last.sent_at as since, norm.basis from postal.notice first join postal.notice last on last.parcel_number = first.parcel_number
        join postal.delivery_norm norm on norm.code = 'notice_working_days'
         and norm.valid_from <= $1::date and (norm.valid_to is null or norm.valid_to > $1::date)
       where first.parcel_number = parcel.number and first.sequence = 1 and last.sequence = 2 and last.due_on < $1::date
         and (last.sent_at at time zone 'Asia/Ho_Chi_Minh')::date >= first.due_on) uncollected on true
   where place.waiting_since is not null and ($3::uuid[] is null or place.office_id = any($3))
     and (uncollected.basis is not null or parcel.state = 'attempt_failed' and attempt.reason = any($2::text[])
       and attempt.next_action in ('return_to_sender', 'ask_sender') and (parcel.redirected_at is null or parcel.redirected_at < attempt.tried_at))
   order by since, parcel.number limit $4`;
