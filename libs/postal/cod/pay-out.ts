import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CodRemitted } from '@choxa/postal-contract';
import { Clock, Events, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';
import type { LockedParcel } from '../scans/parcels-to-move.js';
import { bookRemitted } from './cod-ledger.js';
import { CodRemittanceEntity } from './cod-remittance.entity.js';
import type { CodRemittanceDto } from './cod-remittance.dto.js';

export interface PaidParcel extends Pick<LockedParcel, 'number' | 'operatorId' | 'operatorCode' | 'senderReference'> {
  collectedVnd: number;
  /** Less the postage. */
  paidVnd: number;
}

/** Cash has gone to its sender in one sum: booked for each parcel, told, and kept with its reference. By hand or in a batch, the rule is this one. */
@Injectable()
export class PayOut {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /**
   * In the caller's transaction, which has locked the parcels and seen that they can be paid: at least one, of one operator and sender.
   * @throws Problem `cod.reference-used`
   */
  async run(tx: Tx, actor: Actor, reference: string, parcels: readonly PaidParcel[]): Promise<CodRemittanceDto> {
    const now = this.clock.now();
    const { operatorId, operatorCode } = parcels[0]!;
    const id = randomUUID();
    const paidVnd = parcels.reduce((sum, parcel) => sum + parcel.paidVnd, 0);
    try {
      await tx.insert(CodRemittanceEntity, { id, operatorId, reference, paidVnd, remittedAt: now, remittedBy: actor.accountId });
    } catch (error) {
      if (violates(error, 'cod_remittance_reference')) throw postalProblem('cod.reference-used');
      throw error;
    }
    for (const parcel of parcels) await bookRemitted(tx, parcel.number, parcel.collectedVnd, parcel.paidVnd, now);
    await this.events.publish(tx, CodRemitted, {
      operatorCode,
      reference,
      remittedAt: now.toISOString(),
      parcels: parcels.map(({ senderReference, ...parcel }) => ({ senderReference, ...toLine(parcel) })),
    });
    const details = { reference, paidVnd, parcels: parcels.map(({ number }) => number) };
    await this.trail.record(tx, actor, { action: 'cod.remitted', subjectKind: 'cod-remittance', subjectId: id, details });
    return { reference, paidVnd, parcels: parcels.map(toLine) };
  }
}

function toLine({ number, collectedVnd, paidVnd }: Pick<PaidParcel, 'number' | 'collectedVnd' | 'paidVnd'>) {
  return { number, collectedVnd, paidVnd };
}
