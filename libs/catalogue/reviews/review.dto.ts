import { Decimal, Flag, Instant, Int, Ints, ListOf, Nested, OneOf, PageQuery, Text, Uuid } from '@choxa/platform';
import { ProductImageDto } from '../search/list.dto.js';

export class RatingDto {
  @Int() count: number;
  @Decimal({ min: 1, max: 5, description: 'Cut to one decimal, never rounded up' }) average: number;
  @Ints({ description: 'How many gave one star, two, … five' }) starCounts: number[];
}

export class ReviewDto {
  @Uuid() id: string;
  @Int({ min: 1, max: 5 }) stars: number;
  @Text({ max: 2000 }) text: string;
  @Text({ optional: true, example: 'Nguyễn T.' }) authorName: string | null;
  @Instant() writtenAt: string;
  @Flag({ description: 'Its author has changed it since' }) edited: boolean;
  @ListOf(() => ProductImageDto) pictures: ProductImageDto[];
  @Text({ optional: true, max: 1000 }) reply: string | null;
  @Instant({ optional: true }) repliedAt: string | null;
}

export class ProductReviewsDto {
  @Nested(() => RatingDto, { optional: true, description: 'Null while nobody has written' }) rating: RatingDto | null;
  @ListOf(() => ReviewDto) data: ReviewDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

/** A review beside the product it speaks of. */
export class ReviewOfProductDto extends ReviewDto {
  @Text() productName: string;
  @Text() slug: string;
}

export class HouseholdReviewsDto {
  @Nested(() => RatingDto, { optional: true, description: 'Of all its products that can be seen' }) rating: RatingDto | null;
  @ListOf(() => ReviewOfProductDto) data: ReviewOfProductDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

const DESK_STATES = ['waiting', 'replied'] as const;

export class DeskReviewsQuery extends PageQuery {
  @OneOf(DESK_STATES, { optional: true, description: 'All unless told; waiting: for the household’s reply' })
  state?: (typeof DESK_STATES)[number];
  @Uuid({ optional: true }) household?: string;
}

export class DeskReviewsDto {
  @ListOf(() => ReviewOfProductDto) data: ReviewOfProductDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export class ReplyDto {
  @Text({ min: 2, max: 1000, lines: true }) text: string;
}

/** Whoever has the order's link may write; whoever is signed in and ordered needs no key. */
export class BuyerKeyQuery {
  @Text({ max: 100, optional: true, description: 'The access key given at checkout' }) key?: string;
}

export class WriteReviewDto {
  @Int({ min: 1, max: 5 }) stars: number;
  @Text({ max: 2000, optional: true, lines: true }) text?: string;
}

export class AppealHidingDto {
  @Text({ min: 2, max: 1000, lines: true }) text: string;
}

const APPEAL_STATES = ['waiting', 'refused'] as const;

export class OwnReviewPictureDto extends ProductImageDto {
  @Uuid() id: string;
}

/** A review as its author sees it. */
export class OwnReviewDto {
  @Int({ min: 1, max: 5 }) stars: number;
  @Text({ max: 2000 }) text: string;
  @Instant() writtenAt: string;
  @Instant({ description: 'Until when it may be changed' }) editableUntil: string;
  @Flag({ description: 'It may still be changed' }) editable: boolean;
  @ListOf(() => OwnReviewPictureDto) pictures: OwnReviewPictureDto[];
  @Text({ optional: true, max: 1000 }) reply: string | null;
  @Text({ optional: true, max: 500, description: 'Why an official has hidden it; null while everybody sees it' }) hiddenReason:
    string | null;
  @OneOf(APPEAL_STATES, { optional: true }) appeal: (typeof APPEAL_STATES)[number] | null;
  @Text({ optional: true, max: 500, description: 'The answer to the last appeal' }) appealNote: string | null;
}

/** Something the buyer received, and what they said about it. */
export class ReviewableLineDto {
  @Uuid() lineId: string;
  @Text() productName: string;
  @Text() slug: string;
  @Text() netContent: string;
  @Text({ optional: true }) image: string | null;
  @Nested(() => OwnReviewDto, { optional: true }) review: OwnReviewDto | null;
}

export class ReviewableLinesDto {
  @ListOf(() => ReviewableLineDto) data: ReviewableLineDto[];
}
