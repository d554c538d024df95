import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { ReturnReason, ReturnState } from './return.rules.js';

/**
 * Goods of one seller order on their way back, or asked to be: for a buyer after delivery, or (without a reason) a parcel refused at the door.
 * Its id is the post's `senderReference` of the return parcel.
 */
@Entity({ schema: 'orders', name: 'return_case' })
@Index('return_case_seller_order', ['sellerOrderId'])
@Index('return_case_refused_parcel', ['refusedParcelId'], { unique: true })
@Index('return_case_waiting', ['answerDueAt'], { where: `state in ('requested', 'arrived')` })
@Index('return_case_parcel', ['parcelNumber'], { unique: true })
@Check('return_case_state', `state in ('requested', 'refused', 'withdrawn', 'settled', 'approved', 'posted', 'arrived', 'received')`)
@Check('return_case_refused', '(reason is null) = (refused_parcel_id is not null)')
@Check('return_case_refused_says_why', `state <> 'refused' or answer_note is not null`)
export class ReturnCaseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'return_case_of_seller_order' })
  sellerOrder: SellerOrderEntity;

  @Column('text')
  state: ReturnState;

  /** Null: the buyer never had the goods. */
  @Column('text', { nullable: true })
  reason: ReturnReason | null;

  /** The post's `senderReference` of the parcel that came back, where the buyer never had the goods. */
  @Column('uuid', { name: 'refused_parcel_id', nullable: true })
  refusedParcelId: string | null;

  /** The buyer's words. */
  @Column('text')
  note: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** Until when the household is to answer. */
  @Column('timestamptz', { name: 'answer_due_at', nullable: true })
  answerDueAt: Date | null;

  /** Until when the household is to look at what has come back to it. */
  @Column('timestamptz', { name: 'look_due_at', nullable: true })
  lookDueAt: Date | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** The household's words. */
  @Column('text', { name: 'answer_note', nullable: true })
  answerNote: string | null;

  @Column('text', { name: 'parcel_number', nullable: true })
  parcelNumber: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
