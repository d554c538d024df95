import { Injectable } from '@nestjs/common';
import { sql, type Actor } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { WithdrawParcel } from '../parcels/withdraw-parcel.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { operatorsOfSender, senderKeyOf } from './senders.js';
import type { SentParcelDto } from './sent-parcel.dto.js';
import { sentParcel } from './sent-parcels.query.js';

/** A sender that posts by API takes a parcel back before it was handed over. */
@Injectable()
export class WithdrawSentParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly withdrawParcel: WithdrawParcel,
  ) {}

  /** Once more changes nothing. @throws Problem `parcel.unknown`, also for another sender's; `parcel.accepted-already` */
  async run(actor: Actor, writtenNumber: string, reason: string): Promise<SentParcelDto> {
    const number = readParcelNumber(writtenNumber);
    return this.db.transaction(async (tx) => {
      const [parcel] = await sql<{ number: string; senderReference: string; state: ParcelState }>(
        tx,
        `select number, sender_reference as "senderReference", state from postal.parcel
          where number = $1 and sender_key = $2 and operator_id = any($3::uuid[]) for update`,
        [number, senderKeyOf(actor), operatorsOfSender(actor)],
      );
      if (!parcel) throw postalProblem('parcel.unknown');
      if (parcel.state === 'announced') await this.withdrawParcel.run(tx, actor, parcel, reason);
      else if (parcel.state !== 'withdrawn') throw postalProblem('parcel.accepted-already');
      return sentParcel(tx, actor, number);
    });
  }
}
