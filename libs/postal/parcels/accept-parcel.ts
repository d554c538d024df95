import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor, Clock, Events, idempotent, sql, Trail, type Tx } from '@choxa/platform';
import { ParcelAccepted } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { bookDue } from '../cod/cod-ledger.js';
import { acceptedFact } from '../facts/accepted-facts.query.js';
import { staffOffices } from '../offices/offices.query.js';
import { postalProblem } from '../postal.problems.js';
import { CLOSED_STATES } from '../scans/fold.rules.js';
import { MoveParcels } from '../scans/move-parcels.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { addScans } from '../scans/stored-scans.js';
import { measuredPostage } from '../tariffs/measured-postage.js';
import { promisedDay } from '../tariffs/promised-day.js';
import { checkContents } from './content-check.rules.js';
import { staffParcel } from './staff-parcels.query.js';
import { withdrawalReason } from './withdraw-posting-when-withdrawn.js';

export interface Acceptance {
  /** As weighed. */
  weightGrams: number;
  /** Codes of the packs as scanned, any length; absent when nobody scanned them. */
  checkedCodes?: string[];
}

/** A clerk takes a parcel over the counter of its acceptance office: weighed, packs scanned, cash to collect booked as due. */
@Injectable()
export class AcceptParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly moveParcels: MoveParcels,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the parcel as JSON text (`StaffParcelDto`).
   * @throws Problem `parcel.unknown`, `parcel.withdrawn` (its detail is the sender's reason), `parcel.accepted-already`, `parcel.closed`
   */
  async run(actor: Actor, writtenNumber: string, input: Acceptance, key: string): Promise<string> {
    const number = readParcelNumber(writtenNumber);
    const request = { owner: actor.accountId, route: 'postal.acceptance', key, body: { number, ...input } };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => {
        await this.within(tx, actor, number, input, randomUUID());
        return staffParcel(tx, number);
      }),
    );
  }

  /**
   * The same in the caller's transaction, on the receipt `receiptId`. Answers the postage by the weight measured, null where no price covers the way.
   * @throws Problem as {@link run}, before anything is written
   */
  async within(tx: Tx, actor: Actor, number: string, input: Acceptance, receiptId: string): Promise<number | null> {
    const [parcel] = await lockParcels(tx, [number], 'origin', staffOffices(actor, 'clerk'));
    if (!parcel) throw postalProblem('parcel.unknown');
    if (parcel.state === 'withdrawn') throw postalProblem('parcel.withdrawn', { detail: await withdrawalReason(tx, number) });
    if (CLOSED_STATES.has(parcel.state)) throw postalProblem('parcel.closed');
    if (parcel.acceptedAt) throw postalProblem('parcel.accepted-already');
    await sql(tx, 'insert into postal.acceptance (parcel_number, receipt_id, taken_by, taken_by_name) values ($1, $2, $3, $4)', [
      number,
      receiptId,
      actor.accountId,
      actor.name,
    ]);
    return this.accept(tx, actor, parcel, input);
  }

  private async accept(tx: Tx, actor: Actor, parcel: LockedParcel, { weightGrams, checkedCodes }: Acceptance): Promise<number | null> {
    const { number, operatorId } = parcel;
    const now = this.clock.now();
    if (checkedCodes) await this.check(tx, number, checkedCodes);
    const way = { operatorId, fromProvinceCode: parcel.senderProvinceCode, toProvinceCode: parcel.recipientProvinceCode };
    const postageVnd = await measuredPostage(tx, number, weightGrams, now);
    await sql(
      tx,
      'update postal.parcel set accepted_weight_grams = $2, accepted_at = $3, promised_on = $4, postage_vnd = $5 where number = $1',
      [number, weightGrams, now, await promisedDay(tx, way, now), postageVnd],
    );
    await bookDue(tx, number, parcel.codVnd, now);
    const scan = {
      id: randomUUID(),
      parcelNumber: number,
      code: 'EMA' as const,
      eventTime: now,
      recordedAt: now,
      device: 'counter',
      officeId: parcel.originOfficeId,
      actorId: actor.accountId,
      reason: null,
      nextAction: null,
      fromTheFuture: false,
    };
    await addScans(tx, [scan]);
    await this.events.publish(tx, ParcelAccepted, await acceptedFact(tx, number));
    await this.moveParcels.run(tx, actor, [{ ...parcel, acceptedAt: now }]);
    const details = { weightGrams, codDueVnd: parcel.codVnd };
    await this.trail.record(tx, actor, { action: 'parcel.accepted', subjectKind: 'parcel', subjectId: number, details });
    return postageVnd;
  }

  private async check(tx: Tx, number: string, codes: string[]): Promise<void> {
    const lines = await sql<{ lineNo: number; code14: string | null }>(
      tx,
      'select line_no as "lineNo", code14 from postal.content_line where parcel_number = $1 order by line_no',
      [number],
    );
    const results = checkContents(
      lines.map((line) => line.code14),
      codes,
    );
    await sql(
      tx,
      `update postal.content_line set checked = r.checked from unnest($2::int[], $3::text[]) as r(line_no, checked)
       where parcel_number = $1 and content_line.line_no = r.line_no`,
      [number, lines.map((line) => line.lineNo), results],
    );
  }
}
