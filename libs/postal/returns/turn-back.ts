import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { MoveParcels } from '../scans/move-parcels.js';
import type { LockedParcel } from '../scans/parcels-to-move.js';
import { addScans } from '../scans/stored-scans.js';
import type { ReturnReason } from './return-decision.entity.js';

/** Stands for nobody where a rule made the scan. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Puts a parcel on its way back to its sender, with the reason and the rule by which it goes. */
@Injectable()
export class TurnBack {
  constructor(
    private readonly clock: Clock,
    private readonly moveParcels: MoveParcels,
    private readonly trail: Trail,
  ) {}

  /** The parcel is locked, accepted and on its way to the recipient. `who`: null where the rule does it by itself. */
  async run(tx: Tx, who: Actor | null, parcel: LockedParcel, { reason, basis }: { reason: ReturnReason; basis: string }): Promise<void> {
    const now = this.clock.now();
    const scan = {
      id: randomUUID(),
      parcelNumber: parcel.number,
      code: 'RTS' as const,
      // A device whose clock was ahead may have scanned it "later"; the way back comes after that.
      eventTime: new Date(Math.max(now.getTime(), parcel.stateAt.getTime() + 1)),
      recordedAt: now,
      device: 'return',
      officeId: parcel.currentOfficeId ?? parcel.originOfficeId,
      actorId: who?.accountId ?? NOBODY,
      reason: null,
      nextAction: null,
      fromTheFuture: false,
    };
    await addScans(tx, [scan]);
    await sql(
      tx,
      `insert into postal.return_decision (scan_id, parcel_number, reason, basis, decided_at, decided_by) values ($1, $2, $3, $4, $5, $6)`,
      [scan.id, parcel.number, reason, basis, now, who?.accountId ?? null],
    );
    await this.moveParcels.run(tx, who ?? 'system', [parcel]);
    const details = { reason, basis };
    await this.trail.record(tx, who ?? 'system', {
      action: 'parcel.turned-back',
      subjectKind: 'parcel',
      subjectId: parcel.number,
      details,
    });
  }
}
