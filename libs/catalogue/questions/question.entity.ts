import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';

/** What a shopper asks about a product. Everybody sees it once the household has answered; hidden by an official nobody does. */
@Entity({ schema: 'catalogue', name: 'question' })
@Check('question_answered', '(answer is null) = (answered_at is null)')
@Check('question_hidden', '(hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null)')
@Index('question_of_product', ['productId', 'askedAt', 'id'])
@Index('question_of_household', ['householdId', 'askedAt', 'id'])
@Index('question_author', ['accountId', 'askedAt'], { where: 'account_id is not null' })
export class QuestionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ProductEntity, { name: 'question_product_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** Null for somebody whose data are deleted. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** E.164, so that the author can be told; shown to nobody. */
  @Column('text', { name: 'author_phone', nullable: true })
  authorPhone: string | null;

  /** As everybody sees it, already shortened. */
  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('text')
  text: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('timestamptz', { name: 'hidden_at', nullable: true })
  hiddenAt: Date | null;

  @Column('uuid', { name: 'hidden_by', nullable: true })
  hiddenBy: string | null;

  /** Told to the author. */
  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;
}
