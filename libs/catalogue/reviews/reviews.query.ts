import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import {
  Database,
  decodeCursor,
  DEFAULT_LIMIT,
  pageOf,
  platformProblem,
  sql,
  type Actor,
  type Page,
  type PageQuery,
} from '@choxa/platform';
import { imageView, type StoredImage } from '../images/image-url.js';
import { SEEN, seenProduct } from '../products/seen-product.query.js';
import type { HouseholdReviewsDto, ProductReviewsDto, ReviewOfProductDto } from './review.dto.js';
import { ratingOf } from './review.rules.js';

interface Row extends Omit<ReviewOfProductDto, 'writtenAt' | 'repliedAt' | 'pictures'> {
  writtenAt: Date;
  repliedAt: Date | null;
  pictures: Omit<StoredImage, 'alt'>[];
}

/** Reviews as everybody and as the household reads them, newest first. Hidden ones are in none of the lists. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Database,
    private readonly households: Households,
  ) {}

  /** Throws `not-found` for a product that cannot be seen. */
  async ofProduct(slug: string, page: PageQuery): Promise<ProductReviewsDto> {
    const { id, rating } = await seenProduct(this.db.read, slug);
    const { data, next } = await this.list('review.product_id = $1', id, page);
    return { rating, data: data.map(({ productName: _name, slug: _slug, ...review }) => review), next };
  }

  /** Of all products of a household that can be seen. Throws `not-found`. */
  async ofHousehold(slug: string, page: PageQuery): Promise<HouseholdReviewsDto> {
    const household = await this.households.bySlug(this.db.read, slug);
    if (household?.state !== 'approved') throw platformProblem('not-found');
    const [row] = await sql<{ counts: number[] }>(this.db.read, COUNTS_OF_HOUSEHOLD, [household.id]);
    const reviews = await this.list(`review.household_id = $1 and ${SEEN}`, household.id, page);
    return { rating: ratingOf(row!.counts), ...reviews };
  }

  /** A household's desk: all, those waiting for its reply, or those that have one. */
  async ofDesk(
    actor: Actor,
    { state, household, ...page }: PageQuery & { state?: 'waiting' | 'replied'; household?: string },
  ): Promise<Page<ReviewOfProductDto>> {
    const own = actor.scope('household', 'household').filter((id) => !household || id === household);
    return this.list(`review.household_id = any($1) and ${OF_STATE[state ?? 'all']}`, own, page);
  }

  private async list(
    where: string,
    subject: string | string[],
    { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ): Promise<Page<ReviewOfProductDto>> {
    const [writtenAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(this.db.read, `${ROWS} where ${where} ${NEWEST_FIRST}`, [subject, writtenAt, id, limit + 1]);
    return pageOf(rows, limit, (row) => [row.writtenAt.toISOString(), row.id], toReviewDto);
  }
}

function toReviewDto({ writtenAt, repliedAt, pictures, ...row }: Row): ReviewOfProductDto {
  return {
    ...row,
    writtenAt: writtenAt.toISOString(),
    repliedAt: repliedAt?.toISOString() ?? null,
    pictures: pictures.map((picture) => imageView({ ...picture, alt: '' }, row.productName)),
  };
}

const OF_STATE = { all: 'true', waiting: 'review.reply is null', replied: 'review.reply is not null' };

const COUNTS_OF_HOUSEHOLD = `
  select array(select (select coalesce(sum((rating -> 'starCounts' ->> (star - 1))::int), 0)::int
                         from catalogue.product where household_id = $1 and rating is not null and ${SEEN})
                 from generate_series(1, 5) as star order by star) as counts`;

const ROWS = `
  select review.id, review.stars, review.text, review.author_name as "authorName", review.written_at as "writtenAt",
         review.edited_at is not null as edited, review.reply, review.replied_at as "repliedAt", product.name as "productName", product.slug,
         coalesce((select json_agg(json_build_object('key', key, 'width', width, 'height', height) order by position)
                     from catalogue.review_picture where review_id = review.id), '[]') as pictures
    from catalogue.review join catalogue.product on product.id = review.product_id`;

const NEWEST_FIRST = `and review.hidden_at is null and ($2::timestamptz is null or (review.written_at, review.id) < ($2, $3::uuid))
   order by review.written_at desc, review.id desc limit $4`;
