import { Injectable } from '@nestjs/common';
import { DeliveryDisputed } from '@choxa/postal-contract';
import { Clock, Events, sql, Trail, type Tx } from '@choxa/platform';
import { deliveryNorms } from '../delivery/delivery-norms.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { ParcelCodes } from '../recipients/parcel-codes.js';
import { disputeEnd } from './dispute.rules.js';
import type { ReviewState } from './delivery-review.entity.js';

interface Delivered {
  scanId: string;
  operatorId: string;
  officeId: string;
  courierId: string;
  senderReference: string;
  deliveredAt: Date;
  recordedAt: Date;
  state: ReviewState | null;
  disputedAt: Date | null;
}

/** The recipient says that a delivery did not happen: a manager of the operator looks at it again. */
@Injectable()
export class DisputeDelivery {
  constructor(
    private readonly db: PostalDatabase,
    private readonly codes: ParcelCodes,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Proven by the code sent to the recipient's telephone.
   * @throws Problem of {@link ParcelCodes.proved}, `dispute.not-delivered`, `dispute.too-late`, `dispute.already`
   */
  async run(writtenNumber: string, code: string, words: string): Promise<void> {
    const number = await this.codes.proved(writtenNumber, 'recipient', code);
    await this.db.transaction(async (tx) => {
      await this.open(tx, number, words);
      await this.codes.useUp(tx, number, 'recipient');
    });
  }

  private async open(tx: Tx, number: string, words: string): Promise<void> {
    const [delivered] = await sql<Delivered>(tx, DELIVERED, [number]);
    if (!delivered) throw postalProblem('dispute.not-delivered');
    const now = this.clock.now();
    const until = disputeEnd(delivered, await deliveryNorms(tx, delivered.deliveredAt));
    if (delivered.disputedAt || (delivered.state && delivered.state !== 'open')) throw postalProblem('dispute.already');
    if (now >= until) throw postalProblem('dispute.too-late');
    await sql(tx, KEEP, [
      delivered.scanId,
      number,
      delivered.operatorId,
      delivered.officeId,
      delivered.courierId,
      delivered.deliveredAt,
      now,
      until,
      words,
    ]);
    const { senderReference } = delivered;
    await this.events.publish(tx, DeliveryDisputed, { number, senderReference, disputedAt: now.toISOString() });
    await this.trail.record(tx, 'guest', { action: 'delivery.disputed', subjectKind: 'parcel', subjectId: number });
  }
}

/** The delivery that stands, and what is known of its review. The parcel's row keeps rivals apart. */
const DELIVERED = `
  select proof.scan_id as "scanId", parcel.operator_id as "operatorId", proof.office_id as "officeId", proof.courier_id as "courierId",
         parcel.sender_reference as "senderReference", proof.delivered_at as "deliveredAt", scan.recorded_at as "recordedAt",
         review.state, review.disputed_at as "disputedAt"
    from postal.parcel join postal.proof on proof.parcel_number = parcel.number
    join postal.scan on scan.id = proof.scan_id and scan.recorded_at >= parcel.announced_at
    left join postal.delivery_review review on review.id = proof.scan_id
   where parcel.number = $1 and parcel.state = 'delivered'
     and not exists (select from postal.scan_correction where scan_id = proof.scan_id and confirmed_at is not null)
   order by proof.delivered_at desc limit 1 for update of parcel`;

const NOTHING_MEASURED = '{"fromRecipient":null,"fromOffice":null,"inBurst":1,"speedKmh":null,"samePhotoAs":null}';
const KEEP = `
  insert into postal.delivery_review (id, parcel_number, operator_id, office_id, courier_id, patterns, measures, delivered_at, state, opened_at,
    dispute_until, disputed_at, dispute)
  values ($1, $2, $3, $4, $5, '{}', '${NOTHING_MEASURED}', $6, 'open', $7, $8, $7, $9)
  on conflict on constraint "PK_delivery_review" do update set disputed_at = excluded.disputed_at, dispute = excluded.dispute`;
