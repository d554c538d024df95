import { platformProblem, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import type { Buyer, ReviewRights } from './purchases.js';
import { ReviewEntity } from './review.entity.js';
import { mayStillEdit } from './review.rules.js';

/** The review a buyer has written about a line, locked. Throws `not-found`. */
export async function lockOwnReview(tx: Tx, rights: ReviewRights, buyer: Buyer, lineId: string): Promise<ReviewEntity> {
  await rights.ofLine(tx, buyer, lineId);
  const review = await tx.findOne(ReviewEntity, { where: { lineId }, lock: { mode: 'pessimistic_write' } });
  if (!review) throw platformProblem('not-found');
  return review;
}

/** As `lockOwnReview`, while it may still be changed. Throws `not-found`, `review.closed`. */
export async function lockOpenReview(tx: Tx, rights: ReviewRights, buyer: Buyer, lineId: string, now: Date): Promise<ReviewEntity> {
  const review = await lockOwnReview(tx, rights, buyer, lineId);
  if (!mayStillEdit(review.writtenAt, now)) throw problem('review.closed');
  return review;
}
