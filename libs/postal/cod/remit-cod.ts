import { Injectable } from '@nestjs/common';
import { Clock, idempotent, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { staffOffices } from '../offices/offices.query.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { codFacts, paidOf, refusalOf, type CodFact } from './cod-facts.query.js';
import type { RemitCodDto } from './cod-remittance.dto.js';
import { PayOut, type PaidParcel } from './pay-out.js';

/** A clerk records that the cash of delivered parcels was paid out to their sender, in one sum under one reference, less the postage. */
@Injectable()
export class RemitCod {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly payOut: PayOut,
  ) {}

  /**
   * Answers the remittance as JSON text (`CodRemittanceDto`).
   * @throws Problem `parcel.unknown`, `cod.not-collected`, `cod.remitted-already`, `cod.in-batch`, `cod.several-senders`, `cod.reference-used`
   */
  async run(actor: Actor, input: RemitCodDto, key: string): Promise<string> {
    const numbers = [...new Set(input.parcels.map(readParcelNumber))];
    const request = { owner: actor.accountId, route: 'postal.cod-remittance', key, body: { ...input } };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => {
        const parcels = await lockParcels(tx, numbers, 'origin', staffOffices(actor, 'clerk'));
        if (!parcels.length || parcels.length < numbers.length) throw postalProblem('parcel.unknown');
        return this.payOut.run(tx, actor, input.reference, toPay(parcels, await codFacts(tx, numbers)));
      }),
    );
  }
}

/** What is paid for each parcel. Throws for what cannot be paid, or not together. */
function toPay(parcels: LockedParcel[], facts: ReadonlyMap<string, CodFact>): PaidParcel[] {
  if (new Set(parcels.map(({ number }) => facts.get(number)?.senderPhone)).size > 1) throw postalProblem('cod.several-senders');
  return parcels.map((parcel) => {
    const fact = facts.get(parcel.number);
    const refusal = refusalOf(parcel.state, fact);
    if (refusal) throw postalProblem(refusal);
    const collectedVnd = fact!.collectedVnd!;
    return { ...parcel, collectedVnd, paidVnd: paidOf(collectedVnd, fact!.postageVnd) };
  });
}
