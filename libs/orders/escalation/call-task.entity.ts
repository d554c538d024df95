import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { CallOutcome } from './escalation.rules.js';

/** A clerk is to call a household that has not answered. Who called is in the audit trail. */
@Entity({ schema: 'orders', name: 'call_task' })
@Check('call_task_outcome', `outcome in ('will_answer', 'no_answer', 'wrong_number', 'sold_out', 'other')`)
@Check('call_task_called', '(outcome is null) = (called_at is null)')
export class CallTaskEntity {
  @ForeignKey(() => SellerOrderEntity, { name: 'call_task_of_seller_order' })
  @PrimaryColumn('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** Of the last call; null before there was one. */
  @Column('text', { nullable: true })
  outcome: CallOutcome | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'called_at', nullable: true })
  calledAt: Date | null;
}
