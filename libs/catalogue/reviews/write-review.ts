import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Clock, Database, Trail, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { RemarkNotice } from '../moderation/remark-notice.js';
import { lockRating, refreshRating } from './product-rating.js';
import { ReviewRights, type Buyer, type Purchase } from './purchases.js';
import { ReviewEntity } from './review.entity.js';
import { mayStillEdit, shortName } from './review.rules.js';

export interface ReviewInput {
  stars: number;
  text: string;
}

/** A buyer says what the goods were like, or says it differently within thirty days. Sent twice it is there once. */
@Injectable()
export class WriteReview {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rights: ReviewRights,
    private readonly households: Households,
    private readonly notice: RemarkNotice,
    private readonly trail: Trail,
  ) {}

  /** The review's id. Throws `not-found` for a line that the buyer has not received, `review.own-goods`, `review.closed` after thirty days. */
  async run(buyer: Buyer, lineId: string, { stars, text }: ReviewInput): Promise<string> {
    return this.db.transaction(async (tx) => {
      const purchase = await this.rights.ofLine(tx, buyer, lineId);
      await this.requireStranger(tx, buyer, purchase);
      await lockRating(tx, purchase.productId);
      const known = await tx.findOneBy(ReviewEntity, { lineId });
      const id = known ? await this.edit(tx, known, { stars, text }) : await this.begin(tx, purchase, { stars, text });
      await refreshRating(tx, purchase.productId);
      const action = known ? 'review.edited' : 'review.written';
      const details = { productId: purchase.productId, stars };
      await this.trail.record(tx, buyer.actor ?? 'guest', { action, subjectKind: 'review', subjectId: id, details });
      return id;
    });
  }

  private async begin(tx: Tx, purchase: Purchase, input: ReviewInput): Promise<string> {
    const { lineId, productId, householdId, accountId, buyerName, buyerPhone } = purchase;
    const id = randomUUID();
    const author = { accountId, authorPhone: buyerPhone, authorName: shortName(buyerName) };
    await tx.insert(ReviewEntity, { id, lineId, productId, householdId, ...author, ...input, writtenAt: this.clock.now() });
    await this.notice.reviewed(tx, purchase);
    return id;
  }

  private async edit(tx: Tx, review: ReviewEntity, { stars, text }: ReviewInput): Promise<string> {
    const { id, writtenAt } = review;
    if (!mayStillEdit(writtenAt, this.clock.now())) throw problem('review.closed');
    if (review.stars !== stars || review.text !== text) await tx.update(ReviewEntity, { id }, { stars, text, editedAt: this.clock.now() });
    return id;
  }

  /** Nobody praises what they sell themselves: neither a member of the household nor whoever ordered with its phone. */
  private async requireStranger(tx: Tx, { actor }: Buyer, { householdId, buyerPhone }: Purchase): Promise<void> {
    const household = (await this.households.byIds(tx, [householdId])).get(householdId);
    const isMember = actor?.scope('household', 'household').includes(householdId);
    if (isMember || household?.phone === buyerPhone) throw problem('review.own-goods');
  }
}
