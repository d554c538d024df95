import { Injectable } from '@nestjs/common';
import { Clock, Events, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { ParcelReopened, type ClosingOutcome, type ParcelState } from '@choxa/postal-contract';
import { bookReversed } from '../cod/cod-ledger.js';
import { postalProblem } from '../postal.problems.js';
import { foldScans } from '../scans/fold.rules.js';
import { MoveParcels } from '../scans/move-parcels.js';
import { lockParcel, type LockedParcel } from '../scans/parcels-to-move.js';
import { scansOf } from '../scans/stored-scans.js';

const OUTCOME_OF: Partial<Record<ParcelState, ClosingOutcome>> = {
  delivered: 'EMI',
  returned: 'RTD',
  lost: 'lost',
  destroyed: 'destroyed',
};

/** Makes a declared correction count: the scan is passed over from now on, and what was booked with it is undone by a journal. */
@Injectable()
export class ApplyCorrection {
  constructor(
    private readonly clock: Clock,
    private readonly moveParcels: MoveParcels,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `scan.correction-part`, `scan.correction-contradicts` when other scans would then end the way otherwise, `cod.remitted-already` */
  async run(tx: Tx, actor: Actor, { id, parcelNumber }: { id: string; parcelNumber: string }): Promise<void> {
    const now = this.clock.now();
    const parcel = (await lockParcel(tx, parcelNumber))!;
    await sql(tx, 'update postal.scan_correction set confirmed_by = $2, confirmed_at = $3 where id = $1', [id, actor.accountId, now]);
    const scans = await scansOf(tx, [parcel]);
    const before = OUTCOME_OF[parcel.state] ?? null;
    const after = foldScans(scans.get(parcelNumber) ?? []).closedBy;
    // Another end than the one that stood would close the parcel a second time, without proof and without cash.
    if (after && after !== before) throw postalProblem('scan.correction-contradicts');
    if (before && !after) await this.reopen(tx, parcel, before, now);
    await this.moveParcels.run(tx, actor, [parcel], null, { scans, toldAt: now });
    const details = { correction: id, before: parcel.state };
    await this.trail.record(tx, actor, { action: 'scan.correction-confirmed', subjectKind: 'parcel', subjectId: parcelNumber, details });
  }

  private async reopen(tx: Tx, parcel: LockedParcel, outcome: ClosingOutcome, now: Date): Promise<void> {
    const { number, senderReference, operatorCode } = parcel;
    const [rest] = await sql(tx, 'select from postal.parcel where rest_of = $1', [number]);
    if (rest) throw postalProblem('scan.correction-part');
    const [told] = await sql<{ telling: number }>(
      tx,
      'update postal.parcel set closings_told = closings_told + 1 where number = $1 returning closings_told as telling',
      [number],
    );
    await bookReversed(tx, number, outcome === 'EMI' ? 'collected' : 'cancelled', now);
    await this.events.publish(tx, ParcelReopened, {
      number,
      senderReference,
      operatorCode,
      outcome,
      closedAt: parcel.stateAt.toISOString(),
      reopenedAt: now.toISOString(),
      telling: told!.telling,
    });
  }
}
