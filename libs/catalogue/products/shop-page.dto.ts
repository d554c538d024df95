import { Instant, ListOf, Nested, Text } from '@choxa/platform';
import { PlaceDto } from '@choxa/places';
import { QuestionsDto } from '../questions/question.dto.js';
import { ProductReviewsDto } from '../reviews/review.dto.js';
import { RelatedProductsDto } from '../search/related.dto.js';
import { ProductPageDto } from './product-page.dto.js';

export class LotStageDto {
  @Text() step: string;
  @Instant() occurredAt: string;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ max: 500, optional: true }) note: string | null;
}

export class ShopPageDto {
  @Nested(() => ProductPageDto) product: ProductPageDto;
  @Nested(() => RelatedProductsDto) related: RelatedProductsDto;
  @ListOf(() => LotStageDto, { description: 'Of the lot it is sold from, in the order they happened; none declared wrong since' })
  stages: LotStageDto[];
  @Nested(() => ProductReviewsDto, { description: 'The newest' }) reviews: ProductReviewsDto;
  @Nested(() => QuestionsDto, { description: 'The newest answered ones' }) questions: QuestionsDto;
}
