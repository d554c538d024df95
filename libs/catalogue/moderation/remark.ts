import { platformProblem, type Actor, type Tx } from '@choxa/platform';
import { QuestionEntity } from '../questions/question.entity.js';
import { lockProductOfArea } from '../recognitions/official-scope.js';
import { ReviewEntity } from '../reviews/review.entity.js';

/** What shoppers write in public about a product: a review or a question. */
export const REMARK_KINDS = ['review', 'question'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

export interface RemarkRef {
  kind: RemarkKind;
  id: string;
}

export type Remark = ReviewEntity | QuestionEntity;

/** The table of each kind. */
export const REMARK_ENTITIES = { review: ReviewEntity, question: QuestionEntity };

/** The column of a report that names the remark. */
export const REPORT_COLUMNS = { review: 'reviewId', question: 'questionId' } as const;

/** A review or question about a product of the official's own area, the product locked. Throws `not-found`. */
export async function lockRemarkOfArea(tx: Tx, actor: Actor, { kind, id }: RemarkRef): Promise<Remark> {
  const asked = await findRemark(tx, { kind, id });
  if (!asked) throw platformProblem('not-found');
  await lockProductOfArea(tx, actor, asked.productId);
  return tx.findOneByOrFail<Remark>(REMARK_ENTITIES[kind], { id });
}

export async function findRemark(tx: Tx, { kind, id }: RemarkRef): Promise<Remark | null> {
  return tx.findOneBy<Remark>(REMARK_ENTITIES[kind], { id });
}
