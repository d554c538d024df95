import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeliveryPlace } from '@choxa/standards';
import { Actor, Clock, idempotent, Trail, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { bookCollected } from '../cod/cod-ledger.js';
import { staffOffices } from '../offices/offices.query.js';
import { staffParcel } from '../parcels/staff-parcels.query.js';
import { postalProblem } from '../postal.problems.js';
import { CLOSED_STATES } from '../scans/fold.rules.js';
import { MoveParcels } from '../scans/move-parcels.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { addScans } from '../scans/stored-scans.js';
import { provesRecipient } from './delivery-codes.js';

export interface Delivery {
  recipientCode: string;
  deliveryPlace: DeliveryPlace;
  /** Must be the whole amount to collect. */
  codCollectedVnd: number;
}

/** Kept as the answer of a wrong try, so that sending the same request again does not cost another try. */
const CODE_WRONG = { problem: 'proof.code-wrong' } as const;

/** A postman hands a parcel over against the recipient's code; cash and delivery are booked in one transaction. */
@Injectable()
export class DeliverParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly moveParcels: MoveParcels,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the parcel as JSON text (`StaffParcelDto`).
   * @throws Problem `parcel.unknown`, `parcel.not-accepted`, `parcel.returning`, `parcel.closed`, `cod.amount-differs`, `proof.code-wrong`,
   * `proof.locked`
   */
  async run(actor: Actor, writtenNumber: string, input: Delivery, key: string): Promise<string> {
    const number = readParcelNumber(writtenNumber);
    const request = { owner: actor.accountId, route: 'postal.delivery', key, body: { number, ...input } };
    // A wrong code is an answer, not an exception, here: its try must be committed.
    const answer = await this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => {
        const parcel = await this.deliverable(tx, actor, number, input);
        if (!(await provesRecipient(tx, number, input.recipientCode))) return CODE_WRONG;
        await this.deliver(tx, actor, parcel, input);
        return staffParcel(tx, number);
      }),
    );
    if (answer === JSON.stringify(CODE_WRONG)) throw postalProblem(CODE_WRONG.problem);
    return answer;
  }

  private async deliverable(tx: Tx, actor: Actor, number: string, { codCollectedVnd }: Delivery): Promise<LockedParcel> {
    const [parcel] = await lockParcels(tx, [number], 'delivery', staffOffices(actor));
    if (!parcel) throw postalProblem('parcel.unknown');
    if (CLOSED_STATES.has(parcel.state)) throw postalProblem('parcel.closed');
    if (parcel.state === 'returning') throw postalProblem('parcel.returning');
    if (!parcel.acceptedAt) throw postalProblem('parcel.not-accepted');
    if (codCollectedVnd !== parcel.codVnd) throw postalProblem('cod.amount-differs');
    return parcel;
  }

  private async deliver(tx: Tx, actor: Actor, parcel: LockedParcel, { deliveryPlace }: Delivery): Promise<void> {
    const now = this.clock.now();
    const own = staffOffices(actor);
    const scan = {
      id: randomUUID(),
      parcelNumber: parcel.number,
      code: 'EMI' as const,
      eventTime: now,
      recordedAt: now,
      device: 'delivery',
      officeId: own.includes(parcel.deliveryOfficeId) ? parcel.deliveryOfficeId : parcel.currentOfficeId!,
      actorId: actor.accountId,
      reason: null,
      nextAction: null,
      fromTheFuture: false,
    };
    await addScans(tx, [scan]);
    await bookCollected(tx, parcel.number, parcel.codVnd, actor.accountId, now, actor.name);
    await this.moveParcels.run(tx, actor, [parcel], deliveryPlace);
    const details = { deliveryPlace, codCollectedVnd: parcel.codVnd };
    await this.trail.record(tx, actor, { action: 'parcel.delivered', subjectKind: 'parcel', subjectId: parcel.number, details });
  }
}
