import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Actor, type Page } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import type { DeliveryReviewDto, DeliveryReviewsQuery } from './delivery-review.dto.js';

type Instants = 'deliveredAt' | 'openedAt' | 'disputeUntil' | 'disputedAt' | 'decidedAt';
type Row = Omit<DeliveryReviewDto, Instants> & {
  deliveredAt: Date;
  openedAt: Date;
  disputeUntil: Date;
  disputedAt: Date | null;
  decidedAt: Date | null;
};

/** Deliveries to look at again, of the operators the actor manages; what was opened last comes first. */
@Injectable()
export class DeliveryReviews {
  constructor(private readonly db: PostalDatabase) {}

  async list(actor: Actor, { state, limit = DEFAULT_LIMIT, cursor }: DeliveryReviewsQuery): Promise<Page<DeliveryReviewDto>> {
    const [openedAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await this.db.rows<Row>('postal.delivery-reviews', LIST, [
      managedOperators(actor),
      state ?? null,
      openedAt,
      id,
      limit + 1,
    ]);
    return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id], toDto);
  }
}

function toDto(row: Row): DeliveryReviewDto {
  return {
    ...row,
    deliveredAt: row.deliveredAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    disputeUntil: row.disputeUntil.toISOString(),
    disputedAt: row.disputedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

const LIST = `
  select review.id, review.parcel_number as "parcelNumber", office.name as "officeName", parcel.recipient_commune_name as "communeName",
         review.courier_id as "courierId", review.patterns, review.measures, review.delivered_at as "deliveredAt",
         proof.delivery_place as "deliveryPlace", proof.kind as proof,
         case when proof.latitude is not null then json_build_object('latitude', proof.latitude, 'longitude', proof.longitude) end as point,
         proof.picture_id as "pictureId", review.state, review.opened_at as "openedAt", review.dispute_until as "disputeUntil",
         review.disputed_at as "disputedAt", review.dispute, review.decided_at as "decidedAt", review.note
    from postal.delivery_review review join postal.proof on proof.scan_id = review.id
    join postal.parcel on parcel.number = review.parcel_number join postal.office on office.id = review.office_id
   where review.operator_id = any($1::uuid[]) and ($2::text is null or review.state = $2)
     and ($3::timestamptz is null or (review.opened_at, review.id) < ($3, $4::uuid))
   order by review.opened_at desc, review.id desc limit $5`;
