import { Injectable } from '@nestjs/common';
import type { Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { CLOSED_STATES } from '../scans/fold.rules.js';
import { lockParcels, readParcelNumber } from '../scans/parcels-to-move.js';
import type { ReturnReason } from './return-decision.entity.js';
import { TurnBack } from './turn-back.js';

/** A clerk turns a parcel back with one tap, and says why. */
@Injectable()
export class ReturnParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly turnBack: TurnBack,
  ) {}

  /** @throws Problem `parcel.unknown`, `parcel.closed`, `parcel.returning`, `parcel.not-accepted` */
  async run(actor: Actor, writtenNumber: string, reason: ReturnReason, note: string): Promise<void> {
    const number = readParcelNumber(writtenNumber);
    await this.db.transaction(async (tx) => {
      const [parcel] = await lockParcels(tx, [number], 'delivery', staffOffices(actor, 'clerk'));
      if (!parcel) throw postalProblem('parcel.unknown');
      if (CLOSED_STATES.has(parcel.state)) throw postalProblem('parcel.closed');
      if (parcel.state === 'returning') throw postalProblem('parcel.returning');
      if (!parcel.acceptedAt) throw postalProblem('parcel.not-accepted');
      await this.turnBack.run(tx, actor, parcel, { reason, basis: note });
    });
  }
}
