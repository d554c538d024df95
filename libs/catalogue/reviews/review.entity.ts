import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';

/**
 * What somebody who bought a product and received it says about it: one for each line of an order. The household may reply once. Hidden by an
 * official it is seen by its author alone and counts no more.
 */
@Entity({ schema: 'catalogue', name: 'review' })
@Unique('review_line', ['lineId'])
@Check('review_stars', 'stars between 1 and 5')
@Check('review_replied', '(reply is null) = (replied_at is null)')
@Check('review_hidden', '(hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_reason is null)')
@Index('review_of_product', ['productId', 'writtenAt', 'id'])
@Index('review_of_household', ['householdId', 'writtenAt', 'id'])
@Index('review_author', ['accountId'], { where: 'account_id is not null' })
export class ReviewEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The line of the order it speaks of. */
  @Column('uuid', { name: 'line_id' })
  lineId: string;

  @ForeignKey(() => ProductEntity, { name: 'review_product_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** Null for a guest, and for somebody whose data are deleted. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** E.164, so that the author can be told; shown to nobody. */
  @Column('text', { name: 'author_phone', nullable: true })
  authorPhone: string | null;

  /** As everybody sees it, already shortened. */
  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('int')
  stars: number;

  @Column('text', { default: '' })
  text: string;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column('text', { nullable: true })
  reply: string | null;

  @Column('timestamptz', { name: 'replied_at', nullable: true })
  repliedAt: Date | null;

  @Column('timestamptz', { name: 'hidden_at', nullable: true })
  hiddenAt: Date | null;

  @Column('uuid', { name: 'hidden_by', nullable: true })
  hiddenBy: string | null;

  /** Told to the author. */
  @Column('text', { name: 'hidden_reason', nullable: true })
  hiddenReason: string | null;
}
