import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';

/** Money a seller order waits for. With cash on delivery the post collects it; "collected" is the post's word, not yet the household's money. */
@Entity({ schema: 'orders', name: 'payment_intent' })
@Check('payment_intent_amount', 'amount_vnd >= 0')
@Check('payment_intent_state', `state in ('due', 'collected', 'void')`)
export class PaymentIntentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('payment_intent_seller_order', { unique: true })
  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'payment_intent_of_seller_order' })
  sellerOrder: SellerOrderEntity;

  @Column('text')
  method: string;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
