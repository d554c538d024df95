import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { RefundCause, RefundState, RefundWay } from './refund.rules.js';

/** Money a buyer is to get back of one seller order. A trigger keeps the sum of them at or below what was paid. */
@Entity({ schema: 'orders', name: 'refund' })
@Index('refund_seller_order', ['sellerOrderId'])
@Check('refund_amount', 'amount_vnd > 0')
@Check('refund_state', `state in ('due', 'paid', 'received', 'disputed')`)
@Check('refund_paid', `(state = 'due') = (paid_at is null) and (paid_at is null) = (way is null)`)
export class RefundEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'refund_of_seller_order' })
  sellerOrder: SellerOrderEntity;

  @Column('uuid', { name: 'return_id', nullable: true })
  returnId: string | null;

  @Column('text')
  cause: RefundCause;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  @Column('text')
  state: RefundState;

  @Column('text', { nullable: true })
  way: RefundWay | null;

  /** What the household's bank or the post calls the payment. */
  @Column('text', { nullable: true })
  reference: string | null;

  /** Until when it is to be paid. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('timestamptz', { name: 'owed_at' })
  owedAt: Date;

  @Column('timestamptz', { name: 'paid_at', nullable: true })
  paidAt: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
