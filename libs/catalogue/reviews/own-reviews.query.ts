import { Injectable } from '@nestjs/common';
import { Clock, Database, sql } from '@choxa/platform';
import { imageView, type StoredImage } from '../images/image-url.js';
import { ReviewRights, type Buyer } from './purchases.js';
import type { OwnReviewDto, ReviewableLinesDto } from './review.dto.js';
import { EDITABLE_MS, mayStillEdit } from './review.rules.js';

interface Row extends Omit<OwnReviewDto, 'writtenAt' | 'editable' | 'editableUntil' | 'pictures'> {
  lineId: string;
  writtenAt: Date;
  pictures: (Omit<StoredImage, 'alt'> & { id: string })[];
}

/** What a buyer has received of one order, and what they have said about each: also what an official has hidden, and why. */
@Injectable()
export class OwnReviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rights: ReviewRights,
  ) {}

  /** Throws `not-found`. */
  async ofOrder(buyer: Buyer): Promise<ReviewableLinesDto> {
    const lines = await this.rights.ofOrder(this.db.read, buyer);
    const rows = await sql<Row>(this.db.read, OF_LINES, [lines.map((line) => line.lineId)]);
    const reviews = new Map(rows.map((row) => [row.lineId, row]));
    return {
      data: lines.map(({ lineId, productName, slug, netContent, image }) => {
        const row = reviews.get(lineId);
        return { lineId, productName, slug, netContent, image, review: row ? this.toDto(row, productName) : null };
      }),
    };
  }

  private toDto(row: Row, productName: string): OwnReviewDto {
    const { stars, text, writtenAt, pictures, reply, hiddenReason, appeal, appealNote } = row;
    return {
      ...{ stars, text, reply, hiddenReason, appeal, appealNote },
      writtenAt: writtenAt.toISOString(),
      editableUntil: new Date(writtenAt.getTime() + EDITABLE_MS).toISOString(),
      editable: mayStillEdit(writtenAt, this.clock.now()),
      pictures: pictures.map(({ id, ...picture }) => ({ id, ...imageView({ ...picture, alt: '' }, productName) })),
    };
  }
}

const OF_LINES = `
  select review.line_id as "lineId", review.stars, review.text, review.written_at as "writtenAt", review.reply,
         review.hidden_reason as "hiddenReason", case when appeal.id is not null then case when appeal.outcome is null then 'waiting' else 'refused' end end as appeal,
         appeal.note as "appealNote",
         coalesce((select json_agg(json_build_object('id', id, 'key', key, 'width', width, 'height', height) order by position)
                     from catalogue.review_picture where review_id = review.id), '[]') as pictures
    from catalogue.review
    left join lateral (select id, outcome, note from catalogue.product_report
                        where review_id = review.id and category = 'appeal' and outcome is distinct from 'shown'
                        order by created_at desc, id limit 1) appeal on review.hidden_at is not null
   where review.line_id = any($1::uuid[])`;
