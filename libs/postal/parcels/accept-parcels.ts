import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, idempotent, Problem, type Actor, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { AcceptParcel, type Acceptance } from './accept-parcel.js';
import type { AcceptanceRefusal, AcceptanceResultDto } from './accept-parcels.dto.js';

type ParcelToAccept = Acceptance & { number: string };

/** A clerk takes what somebody hands over together, onto one receipt. A parcel that cannot be taken says why, and does not stop the others. */
@Injectable()
export class AcceptParcels {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly acceptParcel: AcceptParcel,
  ) {}

  /** Answers JSON text `{"results":[…]}` in the sequence of `parcels`; the same key again answers the same text. */
  async run(actor: Actor, parcels: readonly ParcelToAccept[], key: string): Promise<string> {
    const asked = parcels.map((parcel) => ({ ...parcel, number: readParcelNumber(parcel.number) }));
    const request = { owner: actor.accountId, route: 'postal.acceptances', key, body: asked };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => ({ results: await this.accept(tx, actor, asked) })),
    );
  }

  private async accept(tx: Tx, actor: Actor, asked: readonly ParcelToAccept[]): Promise<AcceptanceResultDto[]> {
    const receiptId = randomUUID();
    const results: AcceptanceResultDto[] = [];
    // By number, so that two counters wait for each other in the same sequence.
    const sequence = [...asked.entries()].sort(([, one], [, other]) => (one.number < other.number ? -1 : 1));
    for (const [index, parcel] of sequence) results[index] = await this.acceptOne(tx, actor, parcel, receiptId);
    return results;
  }

  private async acceptOne(
    tx: Tx,
    actor: Actor,
    { number, ...acceptance }: ParcelToAccept,
    receiptId: string,
  ): Promise<AcceptanceResultDto> {
    try {
      const postageVnd = await this.acceptParcel.within(tx, actor, number, acceptance, receiptId);
      return { number, outcome: 'accepted', postageVnd, code: null, detail: null };
    } catch (error) {
      // A parcel is refused before anything of it is written, so the transaction goes on.
      if (!(error instanceof Problem)) throw error;
      return {
        number,
        outcome: 'refused',
        postageVnd: null,
        code: error.code as AcceptanceRefusal,
        detail: error.options.detail ?? null,
      };
    }
  }
}
