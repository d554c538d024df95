import { DELIVERY_PLACE_CODES, type DeliveryPlace } from '@choxa/standards';
import { Decimal, Instant, Int, ListOf, Nested, OneOf, PageQuery, SomeOf, Text, Uuid } from '@choxa/platform';
import { PROOF_KINDS, type ProofKind } from '../delivery/proof.entity.js';
import { PointDto } from '../parcels/staff-parcel.dto.js';
import { REVIEW_STATES, type ReviewState } from './delivery-review.entity.js';
import { PATTERNS, type Pattern } from './suspicion.rules.js';

export class ReviewMeasuresDto {
  @Int({ optional: true, description: "Metres from the recipient's point" }) fromRecipient: number | null;
  @Int({ optional: true, description: 'Metres from the delivery office' }) fromOffice: number | null;
  @Int({ description: 'Deliveries within the span of a burst' }) inBurst: number;
  @Decimal({ min: 0, max: 1e9, optional: true, description: 'Fastest ride from or to another delivery' }) speedKmh: number | null;
  @Text({ optional: true, description: 'Another parcel with the same photo' }) samePhotoAs: string | null;
}

/** A delivery that a manager looks at again. */
export class DeliveryReviewDto {
  @Uuid() id: string;
  @Text() parcelNumber: string;
  @Text() officeName: string;
  @Text() communeName: string;
  @Uuid({ description: 'Account of the person who delivered' }) courierId: string;
  @SomeOf(PATTERNS) patterns: Pattern[];
  @Nested(() => ReviewMeasuresDto) measures: ReviewMeasuresDto;
  @Instant() deliveredAt: string;
  @OneOf(DELIVERY_PLACE_CODES) deliveryPlace: DeliveryPlace;
  @OneOf(PROOF_KINDS) proof: ProofKind;
  @Nested(() => PointDto, { optional: true, description: "Where the postman's phone was" }) point: PointDto | null;
  @Uuid({ optional: true, description: 'Photo or signature' }) pictureId: string | null;
  @OneOf(REVIEW_STATES) state: ReviewState;
  @Instant() openedAt: string;
  @Instant({ description: 'Until then the recipient may say that it did not happen' }) disputeUntil: string;
  @Instant({ optional: true }) disputedAt: string | null;
  @Text({ optional: true, max: 500, description: "The recipient's words" }) dispute: string | null;
  @Instant({ optional: true }) decidedAt: string | null;
  @Text({ optional: true, max: 500 }) note: string | null;
}

export class DeliveryReviewsDto {
  @ListOf(() => DeliveryReviewDto) data: DeliveryReviewDto[];
  @Text({ optional: true }) next: string | null;
}

export class DeliveryReviewsQuery extends PageQuery {
  @OneOf(REVIEW_STATES, { optional: true }) state?: ReviewState;
}

export class ReviewDecisionDto {
  @OneOf(['upheld', 'dismissed'], { description: 'upheld: the delivery is taken to be false' }) verdict: 'upheld' | 'dismissed';
  @Text({ min: 2, max: 500 }) note: string;
}
