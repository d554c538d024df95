import { Injectable } from '@nestjs/common';
import { Clock, decodeCursor, DEFAULT_LIMIT, pageOf, Trail, type Actor, type Page } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { staffOffices } from '../offices/offices.query.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import type { ClaimDto, ClaimsQuery } from './claim.dto.js';

/** Whose claims: `$2` offices where somebody is a clerk, `$3` operators they manage. */
export const IN_REACH = `(parcel.origin_office_id = any($2::uuid[]) or parcel.delivery_office_id = any($2::uuid[])
  or parcel.current_office_id = any($2::uuid[]) or parcel.operator_id = any($3::uuid[]))`;

/** The parameters `$2` and `$3` of {@link IN_REACH}. */
export function reachOf(actor: Actor): [string[], string[]] {
  return [staffOffices(actor, 'clerk'), managedOperators(actor)];
}

type Row = Omit<ClaimDto, 'openedAt'> & { openedAt: Date };

/** Claims of the actor's offices and operators; what must be answered first comes first. */
@Injectable()
export class Claims {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  async list(actor: Actor, { state, limit = DEFAULT_LIMIT, cursor }: ClaimsQuery): Promise<Page<ClaimDto>> {
    const [dueOn, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const params = [localDay(this.clock.now()), ...reachOf(actor), state ?? null, dueOn, id, limit + 1];
    const rows = await this.db.rows<Row>('postal.claims', LIST, params);
    const page = pageOf(
      rows,
      limit,
      (row) => [row.answerDueOn, row.id],
      (row): ClaimDto => ({ ...row, openedAt: row.openedAt.toISOString() }),
    );
    const [first, ...others] = page.data.map((claim) => claim.id);
    // The words of whoever complains are about people.
    if (first) {
      const reading = { action: 'claim.read', subjectKind: 'claim', subjectId: first, details: others.length ? { others } : {} };
      await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
    }
    return page;
  }
}

const LIST = `
  select claim.id, claim.parcel_number as "parcelNumber", claim.kind, claim.state, claim.opened_by as "openedBy", claim.words,
         claim.opened_at as "openedAt", claim.answer_due_on::text as "answerDueOn",
         claim.state in ('opened', 'examined') and claim.answer_due_on < $1::date as overdue, claim.most_vnd as "mostVnd", claim.finding,
         claim.answer, claim.sum_vnd as "sumVnd", claim.reference, term.basis, parcel.operator_id = any($3::uuid[]) as "mayDecide"
    from postal.compensation_case claim join postal.parcel on parcel.number = claim.parcel_number
    join postal.claim_term term on term.kind = claim.kind
      and term.valid_from <= (claim.opened_at at time zone 'Asia/Ho_Chi_Minh')::date
      and (term.valid_to is null or term.valid_to > (claim.opened_at at time zone 'Asia/Ho_Chi_Minh')::date)
   where ${IN_REACH} and ($4::text is null or claim.state = $4) and ($5::date is null or (claim.answer_due_on, claim.id) > ($5::date, $6::uuid))
   order by claim.answer_due_on, claim.id limit $7`;
