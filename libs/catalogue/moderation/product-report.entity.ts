import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';
import { QuestionEntity } from '../questions/question.entity.js';
import { ReviewEntity } from '../reviews/review.entity.js';
import type { AnyReportCategory, ReportOutcome } from './report.rules.js';

/** What somebody who looked at a product thinks wrong with it, or with a review or question on its page. Who it was is not asked; a code lets them see what came of it. */
@Entity({ schema: 'catalogue', name: 'product_report' })
@Unique('product_report_code', ['code'])
@Check('product_report_outcome', `outcome in ('taken_down', 'corrected', 'unfounded', 'hidden', 'shown')`)
@Check('product_report_subject', 'review_id is null or question_id is null')
@Check('product_report_handled', '(outcome is null) = (handled_at is null) and (outcome is null) = (handled_by is null)')
@Index('product_report_by_time', ['createdAt', 'id'])
@Index('product_report_product', ['productId', 'createdAt'])
@Index('product_report_sender', ['senderKey'], { where: 'sender_key is not null' })
@Index('product_report_review', ['reviewId'], { where: 'review_id is not null' })
@Index('product_report_question', ['questionId'], { where: 'question_id is not null' })
export class ProductReportEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Ten signs only its sender knows. */
  @Column('text')
  code: string;

  @ForeignKey(() => ProductEntity, { name: 'product_report_product_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'product_id' })
  productId: string;

  @ForeignKey(() => ReviewEntity, { name: 'product_report_review_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'review_id', nullable: true })
  reviewId: string | null;

  @ForeignKey(() => QuestionEntity, { name: 'product_report_question_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'question_id', nullable: true })
  questionId: string | null;

  @Column('text')
  category: AnyReportCategory;

  @Column('text', { default: '' })
  text: string;

  /** Hash of the sender's address and the day, for the limit; forgotten after a day. */
  @Column('text', { name: 'sender_key', nullable: true })
  senderKey: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text', { nullable: true })
  outcome: ReportOutcome | null;

  /** What its sender is told. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'handled_at', nullable: true })
  handledAt: Date | null;

  @Column('uuid', { name: 'handled_by', nullable: true })
  handledBy: string | null;
}
