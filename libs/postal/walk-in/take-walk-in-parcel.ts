import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatVnd } from '@choxa/standards';
import { Clock, idempotent, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import type { PostingRequestedV1 } from '@choxa/postal-contract';
import { bookCounterMoney } from '../cod/cod-ledger.js';
import { Offices, type StaffOffice } from '../offices/offices.query.js';
import { AcceptParcel } from '../parcels/accept-parcel.js';
import { RegisterParcel } from '../parcels/register-parcel.js';
import { staffParcel } from '../parcels/staff-parcels.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { opaqueReference } from '../senders/senders.js';
import { counterOffice } from './counter-office.js';
import type { WalkInParcelDto } from './walk-in-parcel.dto.js';

/** A clerk takes a parcel nobody announced: it gets its number, is accepted as weighed, and its postage is paid in cash. All of it or nothing. */
@Injectable()
export class TakeWalkInParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly registerParcel: RegisterParcel,
    private readonly acceptParcel: AcceptParcel,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the parcel as JSON text (`StaffParcelDto`).
   * @throws Problem `walk-in.office-unknown`, `place.unknown`, `postage.unknown` (no price covers the way), `postage.differs` (its detail is the postage)
   */
  async run(actor: Actor, input: WalkInParcelDto, key: string): Promise<string> {
    const office = await counterOffice(this.offices, actor, input.office);
    const request = { owner: actor.accountId, route: 'postal.walk-in', key, body: input };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => staffParcel(tx, await this.take(tx, actor, office, input, key))),
    );
  }

  private async take(tx: Tx, actor: Actor, office: StaffOffice, input: WalkInParcelDto, key: string): Promise<string> {
    const now = this.clock.now();
    const senderKey = `counter:${office.id}`;
    const posting = toPosting(input, office.operatorCode, opaqueReference(senderKey, `${actor.accountId} ${key}`), now);
    const { number } = await this.registerParcel.run(tx, posting, senderKey, office.id);
    const postageVnd = await this.acceptParcel.within(tx, actor, number, { weightGrams: input.weightGrams }, randomUUID());
    if (postageVnd === null) throw postalProblem('postage.unknown');
    if (input.paidVnd !== postageVnd) throw postalProblem('postage.differs', { detail: formatVnd(postageVnd) });
    if (postageVnd > 0) {
      await sql(
        tx,
        'insert into postal.counter_payment (parcel_number, office_id, amount_vnd, taken_by, taken_at) values ($1, $2, $3, $4, $5)',
        [number, office.id, postageVnd, actor.accountId, now],
      );
      await bookCounterMoney(tx, office.id, number, postageVnd, now);
    }
    await this.trail.record(tx, actor, {
      action: 'parcel.postage-paid',
      subjectKind: 'parcel',
      subjectId: number,
      details: { postageVnd },
    });
    return number;
  }
}

function toPosting(input: WalkInParcelDto, operatorCode: string, senderReference: string, now: Date): PostingRequestedV1 {
  const { sender, recipient, weightGrams, codVnd, contents, inspection } = input;
  return {
    operatorCode,
    sender,
    senderReference,
    recipient,
    weightGrams,
    codVnd,
    contents: contents.map(({ code14, ...line }) => ({ code14: code14 ?? null, ...line })),
    requestedAt: now.toISOString(),
    inspection: inspection ?? false,
  };
}
