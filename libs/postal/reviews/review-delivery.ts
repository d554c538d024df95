import { Injectable } from '@nestjs/common';
import { Clock, Config, Notify, sql, Trail, type Tx } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import type { DeliveryFacts, OfferedProof } from '../delivery/keep-proof.js';
import { deliveryNorms, type DeliveryNorms } from '../delivery/delivery-norms.js';
import type { Point } from '../delivery/points.rules.js';
import { disputeEnd } from './dispute.rules.js';
import { measure, patternsOf, type JudgedDelivery, type Measures, type Pattern, type SeenDelivery } from './suspicion.rules.js';

const HOUR_MS = 3_600_000;

interface Context {
  operatorId: string;
  recipientPhone: string;
  recipientPoint: Point | null;
  officePoint: Point | null;
  samePhotoAs: string | null;
}

/**
 * Looks at a delivery that was just made; one that shows a pattern goes to the operator's managers. Every recipient is told of the delivery, and how
 * to say that it did not happen.
 */
@Injectable()
export class ReviewDelivery {
  constructor(
    private readonly notify: Notify,
    private readonly trail: Trail,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Call it in the delivery's transaction, after its proof was kept. */
  async run(tx: Tx, delivery: DeliveryFacts, proof: OfferedProof): Promise<void> {
    const norms = await deliveryNorms(tx, delivery.deliveredAt);
    const context = await contextOf(tx, delivery, proof);
    const judged: JudgedDelivery = {
      ...context,
      deliveredAt: delivery.deliveredAt,
      deliveryPlace: delivery.deliveryPlace,
      byCode: proof.kind === 'code',
      point: proof.point,
      accuracyMeters: proof.accuracyMeters,
      others: await othersOf(tx, delivery),
    };
    await this.tell(tx, delivery, context.recipientPhone, norms);
    const patterns = patternsOf(judged, norms);
    if (!patterns.length) return;
    await this.open(tx, delivery, context, patterns, measure(judged, norms), norms);
    if (patterns.includes('burst')) await this.openBurst(tx, delivery, context, norms);
  }

  /** The deliveries before the one that made the number full belong to the burst as well. */
  private async openBurst(
    tx: Tx,
    { courierId, deliveredAt, scanId }: DeliveryFacts,
    context: Context,
    norms: DeliveryNorms,
  ): Promise<void> {
    const span = norms.burst_seconds * 1_000;
    const others = await sql<DeliveryFacts>(
      tx,
      `select proof.scan_id as "scanId", proof.parcel_number as "parcelNumber", proof.delivery_place as "deliveryPlace",
         proof.courier_id as "courierId", proof.office_id as "officeId", proof.delivered_at as "deliveredAt"
       from postal.proof where courier_id = $1 and delivered_at > $2 and delivered_at < $3 and kind <> 'code' and scan_id <> $4
         and not exists (select from postal.delivery_review where delivery_review.id = proof.scan_id)
       order by delivered_at, scan_id`,
      [courierId, new Date(deliveredAt.getTime() - span), new Date(deliveredAt.getTime() + span), scanId],
    );
    for (const other of others) {
      const measures = { fromRecipient: null, fromOffice: null, inBurst: norms.burst_count, speedKmh: null, samePhotoAs: null };
      await this.open(tx, other, context, ['burst'], measures, norms);
    }
  }

  private async tell(tx: Tx, { parcelNumber, deliveredAt }: DeliveryFacts, to: string, norms: DeliveryNorms): Promise<void> {
    const text = notice(parcelNumber, deliveredAt, norms.dispute_hours, `${this.config.publicUrl}/theo-doi/${parcelNumber}`);
    await this.notify.send(tx, { to, channel: 'sms', template: 'postal.delivered', text });
  }

  private async open(
    tx: Tx,
    delivery: DeliveryFacts,
    { operatorId }: Context,
    patterns: Pattern[],
    measures: Measures,
    norms: DeliveryNorms,
  ): Promise<void> {
    const now = this.clock.now();
    await sql(
      tx,
      `insert into postal.delivery_review (id, parcel_number, operator_id, office_id, courier_id, patterns, measures, delivered_at, state, opened_at,
         dispute_until) values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10)`,
      [
        delivery.scanId,
        delivery.parcelNumber,
        operatorId,
        delivery.officeId,
        delivery.courierId,
        patterns,
        JSON.stringify(measures),
        delivery.deliveredAt,
        now,
        disputeEnd({ deliveredAt: delivery.deliveredAt, recordedAt: now }, norms),
      ],
    );
    const reading = { action: 'delivery.review-opened', subjectKind: 'parcel', subjectId: delivery.parcelNumber, details: { patterns } };
    await this.trail.record(tx, 'system', reading);
  }
}

function notice(number: string, deliveredAt: Date, hours: number, page: string): string {
  const at = toLocalTimestamp(deliveredAt);
  const when = `${at.slice(11, 16)} ${at.slice(8, 10)}/${at.slice(5, 7)}`;
  return (
    `Bưu gửi ${number} được ghi là đã phát lúc ${when}. Nếu bạn chưa nhận, hãy bấm “Tôi chưa nhận được hàng” trong ${hours} giờ: ${page} / ` +
    `Parcel ${number} was recorded as delivered at ${when}. If you have not got it, say so within ${hours} hours: ${page}`
  );
}

async function contextOf(tx: Tx, delivery: DeliveryFacts, { kind, pictureId }: OfferedProof): Promise<Context> {
  const [row] = await sql<Context>(
    tx,
    `select parcel.operator_id as "operatorId", recipient_phone as "recipientPhone",
       case when recipient_latitude is not null
         then json_build_object('latitude', recipient_latitude, 'longitude', recipient_longitude) end as "recipientPoint",
       case when office.latitude is not null
         then json_build_object('latitude', office.latitude, 'longitude', office.longitude) end as "officePoint",
       (select other.parcel_number from postal.proof_picture own join postal.proof_picture other on other.content_hash = own.content_hash
         where own.id = $3 and other.parcel_number <> own.parcel_number order by other.taken_at limit 1) as "samePhotoAs"
     from postal.parcel, postal.office where parcel.number = $1 and office.id = $2`,
    [delivery.parcelNumber, delivery.officeId, kind === 'photo' ? pictureId : null],
  );
  return row!;
}

async function othersOf(tx: Tx, { courierId, deliveredAt, scanId }: DeliveryFacts): Promise<SeenDelivery[]> {
  const rows = await sql<{ deliveredAt: Date; latitude: number | null; longitude: number | null; accuracyMeters: number | null }>(
    tx,
    `select delivered_at as "deliveredAt", latitude, longitude, accuracy_meters as "accuracyMeters" from postal.proof
      where courier_id = $1 and delivered_at between $2 and $3 and scan_id <> $4`,
    [courierId, new Date(deliveredAt.getTime() - HOUR_MS / 2), new Date(deliveredAt.getTime() + HOUR_MS / 2), scanId],
  );
  return rows.map(({ deliveredAt: at, latitude, longitude, accuracyMeters }) => ({
    deliveredAt: at,
    point: latitude === null ? null : { latitude, longitude: longitude! },
    accuracyMeters,
  }));
}
