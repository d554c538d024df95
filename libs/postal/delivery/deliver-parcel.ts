import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeliveryPlace } from '@choxa/standards';
import { Actor, Clock, idempotent, sql, Trail, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { bookCancelled, bookCollected } from '../cod/cod-ledger.js';
import { NO_HELLO, sendingDevice, type DeviceHello } from '../devices/sending-device.js';
import { staffOffices } from '../offices/offices.query.js';
import { staffParcel } from '../parcels/staff-parcels.query.js';
import { postalProblem } from '../postal.problems.js';
import { ReviewDelivery } from '../reviews/review-delivery.js';
import { CLOSED_STATES } from '../scans/fold.rules.js';
import { MoveParcels } from '../scans/move-parcels.js';
import { lockParcels, readParcelNumber, type LockedParcel } from '../scans/parcels-to-move.js';
import { addScans } from '../scans/stored-scans.js';
import { provesRecipient } from './delivery-codes.js';
import { checkPicture, keepProof, type OfferedProof } from './keep-proof.js';
import { partTaken, type ContentToTake, type LineTaken, type PartTaken } from './part-taken.rules.js';
import type { ProofKind } from './proof.entity.js';
import { SendBackRest } from './send-back-rest.js';

export interface Delivery {
  /** What shows that it happened; the recipient's code when nothing is said. */
  proof?: ProofKind;
  recipientCode?: string | null;
  /** Of a photo or signature sent before. */
  pictureId?: string | null;
  deliveryPlace: DeliveryPlace;
  /** Must be the whole amount to collect, of the part where a part was taken. */
  codCollectedVnd: number;
  /** Lines of which not all was taken; null or none: everything was. */
  taken?: LineTaken[] | null;
  /** Where the postman's phone was, in degrees. */
  latitude?: number | null;
  longitude?: number | null;
  accuracyMeters?: number | null;
  /** By the phone, when it was without network then; now when nothing is said. */
  deliveredAt?: string | null;
}

/** What was found of a delivery before anything is booked. */
interface HandedOver {
  /** Null: everything was taken. */
  part: PartTaken | null;
  proof: OfferedProof;
  at: Date;
}

/** Kept as the answer of a wrong try, so that sending the same request again does not cost another try. */
const CODE_WRONG = { problem: 'proof.code-wrong' } as const;
/** So much is the way of the request, or of a clock nobody would notice. */
const NEGLIGIBLE_MS = 2 * 60_000;

/** A postman hands a parcel over against proof; cash, proof and delivery are booked in one transaction. */
@Injectable()
export class DeliverParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly moveParcels: MoveParcels,
    private readonly reviewDelivery: ReviewDelivery,
    private readonly sendBackRest: SendBackRest,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers the parcel as JSON text (`StaffParcelDto`).
   * @throws Problem `parcel.unknown`, `parcel.not-accepted`, `parcel.returning`, `parcel.closed`, `cod.amount-differs`, `delivery.line-unknown`,
   * `delivery.too-many`, `delivery.nothing-taken`, `delivery.no-prices`, `proof.code-wrong`, `proof.locked`, `proof.point-needed`,
   * `proof.picture-missing`, `proof.time`, `device.unknown`, `device.revoked`, `device.locked`
   */
  async run(actor: Actor, writtenNumber: string, input: Delivery, key: string, hello: DeviceHello = NO_HELLO): Promise<string> {
    const number = readParcelNumber(writtenNumber);
    const request = { owner: actor.accountId, route: 'postal.delivery', key, body: { number, ...input } };
    // A wrong code is an answer, not an exception, here: its try must be committed.
    const answer = await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const { clockOffsetMs } = await sendingDevice(tx, actor, hello, now);
      return idempotent(tx, request, now, async () => {
        const parcel = await this.deliverable(tx, actor, number);
        const part = await partOf(tx, parcel, input);
        if (input.codCollectedVnd !== (part?.collectVnd ?? parcel.codVnd)) throw postalProblem('cod.amount-differs');
        const proof = offeredBy(input);
        await checkPicture(tx, number, proof);
        if (proof.kind === 'code' && !(await provesRecipient(tx, number, input.recipientCode ?? ''))) return CODE_WRONG;
        await this.deliver(tx, actor, parcel, input, { part, proof, at: timeOf(input, clockOffsetMs, parcel, now) });
        return staffParcel(tx, number);
      });
    });
    if (answer === JSON.stringify(CODE_WRONG)) throw postalProblem(CODE_WRONG.problem);
    return answer;
  }

  private async deliverable(tx: Tx, actor: Actor, number: string): Promise<LockedParcel> {
    const [parcel] = await lockParcels(tx, [number], 'delivery', staffOffices(actor));
    if (!parcel) throw postalProblem('parcel.unknown');
    if (CLOSED_STATES.has(parcel.state)) throw postalProblem('parcel.closed');
    if (parcel.state === 'returning') throw postalProblem('parcel.returning');
    if (!parcel.acceptedAt) throw postalProblem('parcel.not-accepted');
    return parcel;
  }

  private async deliver(tx: Tx, actor: Actor, parcel: LockedParcel, input: Delivery, { part, proof, at }: HandedOver): Promise<void> {
    const now = this.clock.now();
    const { deliveryPlace, codCollectedVnd } = input;
    const own = staffOffices(actor);
    const scan = {
      id: randomUUID(),
      parcelNumber: parcel.number,
      code: 'EMI' as const,
      eventTime: at,
      recordedAt: now,
      device: 'delivery',
      officeId: own.includes(parcel.deliveryOfficeId) ? parcel.deliveryOfficeId : parcel.currentOfficeId!,
      actorId: actor.accountId,
      reason: null,
      nextAction: null,
      fromTheFuture: false,
    };
    await addScans(tx, [scan]);
    await bookCollected(tx, parcel.number, codCollectedVnd, actor.accountId, now, actor.name);
    if (part) await bookCancelled(tx, parcel.number, part.cancelVnd, now);
    const rest = part ? await this.sendBackRest.run(tx, actor, parcel, part, scan.officeId) : null;
    const facts = {
      scanId: scan.id,
      parcelNumber: parcel.number,
      deliveryPlace,
      courierId: actor.accountId,
      officeId: scan.officeId,
      deliveredAt: scan.eventTime,
    };
    await keepProof(tx, facts, proof);
    const known = part && rest ? { part: { codCollectedVnd, taken: part.taken, rest } } : {};
    await this.moveParcels.run(tx, actor, [parcel], deliveryPlace, known);
    await this.reviewDelivery.run(tx, facts, proof);
    const details = { deliveryPlace, proof: proof.kind, codCollectedVnd, ...(rest && { rest: rest.number }) };
    await this.trail.record(tx, actor, { action: 'parcel.delivered', subjectKind: 'parcel', subjectId: parcel.number, details });
  }
}

async function partOf(tx: Tx, { number, codVnd }: LockedParcel, { taken }: Delivery): Promise<PartTaken | null> {
  if (!taken?.length) return null;
  const contents = await sql<ContentToTake>(
    tx,
    'select line_no as line, quantity, unit_price_vnd as "unitPriceVnd" from postal.content_line where parcel_number = $1 order by line_no',
    [number],
  );
  const part = partTaken(contents, taken, codVnd);
  if (typeof part === 'string') throw postalProblem(part);
  return part;
}

function offeredBy({ proof, pictureId, latitude, longitude, accuracyMeters }: Delivery): OfferedProof {
  const point = latitude != null && longitude != null ? { latitude, longitude } : null;
  return { kind: proof ?? 'code', pictureId: pictureId ?? null, point, accuracyMeters: point ? (accuracyMeters ?? null) : null };
}

/**
 * When it happened, by our clock: not before the last thing the post saw of the parcel, nor in the future.
 *
 * @param clockOffsetMs what is to be added to the phone's times
 */
function timeOf({ deliveredAt }: Delivery, clockOffsetMs: number, { stateAt }: LockedParcel, now: Date): Date {
  if (!deliveredAt) return now;
  const at = new Date(deliveredAt).getTime() + clockOffsetMs;
  if (at > now.getTime() + NEGLIGIBLE_MS || at < stateAt.getTime() - NEGLIGIBLE_MS) throw postalProblem('proof.time');
  return new Date(Math.max(at, stateAt.getTime()));
}
