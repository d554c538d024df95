import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CodRemitted } from '@choxa/postal-contract';
import { Clock, Events, idempotent, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { staffOffices } from '../offices/offices.query.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { bookRemitted } from './cod-ledger.js';
import { CodRemittanceEntity } from './cod-remittance.entity.js';
import { codFacts, paidOf, type CodFact } from './cod-facts.query.js';
import type { CodRemittanceDto, RemitCodDto } from './cod-remittance.dto.js';

interface Paid extends LockedParcel {
  collectedVnd: number;
  paidVnd: number;
}

/** A clerk records that the cash of delivered parcels was paid out to their sender, in one sum under one reference, less the postage. */
@Injectable()
export class RemitCod {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the remittance as JSON text (`CodRemittanceDto`).
   * @throws Problem `parcel.unknown`, `cod.not-collected`, `cod.remitted-already`, `cod.several-senders`, `cod.reference-used`
   */
  async run(actor: Actor, input: RemitCodDto, key: string): Promise<string> {
    const numbers = [...new Set(input.parcels.map(readParcelNumber))];
    const request = { owner: actor.accountId, route: 'postal.cod-remittance', key, body: { ...input } };
    try {
      return await this.db.transaction((tx) =>
        idempotent(tx, request, this.clock.now(), async () => {
          const parcels = await lockParcels(tx, numbers, 'origin', staffOffices(actor, 'clerk'));
          if (!parcels.length || parcels.length < numbers.length) throw postalProblem('parcel.unknown');
          const paid = toPay(parcels, await codFacts(tx, numbers));
          return this.pay(tx, actor, input.reference, paid);
        }),
      );
    } catch (error) {
      if (violates(error, 'cod_remittance_reference')) throw postalProblem('cod.reference-used');
      throw error;
    }
  }

  private async pay(tx: Tx, actor: Actor, reference: string, parcels: Paid[]): Promise<CodRemittanceDto> {
    const now = this.clock.now();
    const [{ operatorId, operatorCode }] = parcels as [Paid];
    const id = randomUUID();
    const paidVnd = parcels.reduce((sum, parcel) => sum + parcel.paidVnd, 0);
    await tx.insert(CodRemittanceEntity, { id, operatorId, reference, paidVnd, remittedAt: now, remittedBy: actor.accountId });
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

/** What is paid for each parcel. Throws for what cannot be paid, or not together. */
function toPay(parcels: LockedParcel[], facts: ReadonlyMap<string, CodFact>): Paid[] {
  if (new Set(parcels.map(({ number }) => facts.get(number)?.senderPhone)).size > 1) throw postalProblem('cod.several-senders');
  return parcels.map((parcel) => {
    const { collectedVnd = null, remitted = false, postageVnd } = facts.get(parcel.number) ?? {};
    if (remitted) throw postalProblem('cod.remitted-already');
    if (collectedVnd === null || parcel.state !== 'delivered') throw postalProblem('cod.not-collected');
    return { ...parcel, collectedVnd, paidVnd: paidOf(collectedVnd, postageVnd) };
  });
}

function toLine({ number, collectedVnd, paidVnd }: Pick<Paid, 'number' | 'collectedVnd' | 'paidVnd'>) {
  return { number, collectedVnd, paidVnd };
}
