import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database } from '@choxa/platform';
import { Questions } from '../questions/questions.query.js';
import { Reviews } from '../reviews/reviews.query.js';
import { RELATED_JSON } from '../search/related-products.query.js';
import { StagesOfLots } from './lot-stages.js';
import { ProductPage } from './product-page.query.js';
import { SEEN } from './seen-product.query.js';
import type { ProductPageDto } from './product-page.dto.js';

const REVIEWS = 10;
const QUESTIONS = 5;

interface Beside {
  /** JSON text. */
  related: string;
  reviewed: boolean;
  asked: boolean;
}

/** All that the shop shows on a product's page, in one answer: pages are made of it by the hundred a second. */
@Injectable()
export class ShopPage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly productPage: ProductPage,
    private readonly stages: StagesOfLots,
    private readonly reviews: Reviews,
    private readonly questions: Questions,
  ) {}

  /** JSON text of a `ShopPageDto`. Throws as {@link ProductPage.text}. */
  async text(slug: string): Promise<string> {
    const [product, [beside]] = await Promise.all([
      this.productPage.text(slug),
      this.db.rows<Beside>('catalogue.shop-page', BESIDE, [localDay(this.clock.now()), slug]),
    ]);
    const { trace } = JSON.parse(product) as Pick<ProductPageDto, 'trace'>;
    // Most products have no words of buyers yet: what is not there is not asked for.
    const [stages, reviews, questions] = await Promise.all([
      this.stages.ofTraceCode(trace?.traceCode),
      beside?.reviewed ? this.reviews.ofProduct(slug, { limit: REVIEWS }) : { rating: null, data: [], next: null },
      beside?.asked ? this.questions.ofProduct(slug, { limit: QUESTIONS }) : { data: [], next: null },
    ]);
    const related = beside?.related ?? '{"household":[],"set":[]}';
    return `{"product":${product},"related":${related},${JSON.stringify({ stages, reviews, questions }).slice(1)}`;
  }
}

const BESIDE = `
  select ${RELATED_JSON}::text as related, product.rating is not null as reviewed,
         exists (select from catalogue.question where product_id = product.id and answer is not null and hidden_at is null) as asked
    from catalogue.product where slug = $2 and ${SEEN}`;
