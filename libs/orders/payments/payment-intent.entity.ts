import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { RemittanceEntity } from '../remittances/remittance.entity.js';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { PaymentMethod, PaymentState } from './payment.rules.js';

/** Money a seller order waits for, and how far it has come. */
@Entity({ schema: 'orders', name: 'payment_intent' })
@Check('payment_intent_amount', 'amount_vnd >= 0')
@Check('payment_intent_method', `method in ('cod', 'vietqr', 'gateway') and (method = 'cod') = (reference is null)`)
@Check('payment_intent_state', `state in ('due', 'collected', 'remitted', 'paid', 'void', 'refund_due', 'refunded')`)
@Index('payment_intent_waiting', ['changedAt'], { where: `state = 'due' and method <> 'cod'` })
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
  method: PaymentMethod;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  /** What the buyer writes with the payment; none for cash. */
  @Index('payment_intent_reference', { unique: true })
  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text')
  state: PaymentState;

  @Index('payment_intent_of_remittance', { where: 'remittance_id is not null' })
  @Column('uuid', { name: 'remittance_id', nullable: true })
  remittanceId: string | null;

  @ManyToOne(() => RemittanceEntity)
  @JoinColumn({ name: 'remittance_id', foreignKeyConstraintName: 'payment_intent_remittance' })
  remittance: RemittanceEntity | null;

  /** When the buyer was reminded to pay. */
  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;

  /** When the money was found in a statement of the household's bank. */
  @Column('timestamptz', { name: 'reconciled_at', nullable: true })
  reconciledAt: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
