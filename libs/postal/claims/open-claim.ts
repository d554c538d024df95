import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, sql, Trail, violates, WorkingDays, type Actor, type TrailActor, type Tx } from '@choxa/platform';
import { POSTAGE } from '../cod/postage.sql.js';
import { staffOffices } from '../offices/offices.query.js';
import { IN_SCOPE } from '../parcels/staff-parcels.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { ParcelParty } from '../recipients/parcel-code.entity.js';
import { ParcelCodes } from '../recipients/parcel-codes.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { claimKindsAt, mostVnd, type ClaimKind, type ClaimedParcel } from './claim.rules.js';
import { claimTerms } from './claim-terms.js';
import type { ClaimOpener } from './compensation-case.entity.js';

interface Claimed extends ClaimedParcel {
  operatorId: string;
  declaredVnd: number | null;
  postageVnd: number;
}

interface NewClaim {
  kind: ClaimKind;
  words: string;
}

/** Recipient, sender, or a clerk for one of them asks the post for compensation. The law of the day on which it is asked for holds to its end. */
@Injectable()
export class OpenClaim {
  constructor(
    private readonly db: PostalDatabase,
    private readonly codes: ParcelCodes,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Proven by a code sent to that side's telephone. @throws Problem of {@link ParcelCodes.proved}, `claim.not-now`, `claim.open-already` */
  async byCode(writtenNumber: string, code: string, { party, ...claim }: NewClaim & { party: ParcelParty }): Promise<void> {
    const number = await this.codes.proved(writtenNumber, party, code);
    await this.inTransaction(async (tx) => {
      await this.open(tx, 'guest', number, party, claim);
      await this.codes.useUp(tx, number, party);
    });
  }

  /** @throws Problem `parcel.unknown` also for a parcel of offices that are not the clerk's, `claim.not-now`, `claim.open-already` */
  async byStaff(actor: Actor, writtenNumber: string, claim: NewClaim): Promise<void> {
    const number = readParcelNumber(writtenNumber);
    await this.inTransaction(async (tx) => {
      const [own] = await sql(tx, `select from postal.parcel where number = $1 and ${IN_SCOPE('$2::uuid[]')}`, [
        number,
        staffOffices(actor, 'clerk'),
      ]);
      if (!own) throw postalProblem('parcel.unknown');
      await this.open(tx, actor, number, 'staff', claim);
    });
  }

  private async inTransaction(run: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.db.transaction(run);
    } catch (error) {
      throw violates(error, 'compensation_case_open_once') ? postalProblem('claim.open-already') : error;
    }
  }

  private async open(tx: Tx, actor: TrailActor, number: string, openedBy: ClaimOpener, { kind, words }: NewClaim): Promise<void> {
    const now = this.clock.now();
    const [parcel] = await sql<Claimed>(tx, CLAIMED, [number]);
    const terms = await claimTerms(tx, now);
    const term = terms.find((one) => one.kind === kind);
    if (!term || !claimKindsAt(terms, parcel!, now).includes(kind)) throw postalProblem('claim.not-now');
    const id = randomUUID();
    await sql(
      tx,
      `insert into postal.compensation_case (id, parcel_number, operator_id, kind, state, opened_by, words, opened_at, answer_due_on, most_vnd, changed_at)
       values ($1, $2, $3, $4, 'opened', $5, $6, $7, $8, $9, $7)`,
      [
        id,
        number,
        parcel!.operatorId,
        kind,
        openedBy,
        words,
        now,
        await this.workingDays.after(tx, localDay(now), term.answerWorkingDays),
        mostVnd(kind, { ...parcel!, ...term }),
      ],
    );
    await this.trail.record(tx, actor, {
      action: 'claim.opened',
      subjectKind: 'claim',
      subjectId: id,
      details: { number, kind, openedBy },
    });
  }
}

/** What its goods were declared to be worth: by their prices, else by the cash to collect; null where neither was said. */
const CLAIMED = `
  select parcel.operator_id as "operatorId", accepted_at as "acceptedAt", case when outcome = 'EMI' then closed_at end as "deliveredAt",
         nullif(coalesce((select case when bool_and(unit_price_vnd is not null) then sum(unit_price_vnd * quantity) end
           from postal.content_line where parcel_number = parcel.number), cod_vnd), 0)::bigint as "declaredVnd",
         coalesce(postage_vnd, ${POSTAGE})::bigint as "postageVnd"
    from postal.parcel where number = $1`;
