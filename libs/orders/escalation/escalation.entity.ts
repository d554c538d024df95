import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { EscalationAction } from './escalation.rules.js';

/** A step that was taken for a seller order. Its key is what makes each happen once. */
@Entity({ schema: 'orders', name: 'escalation' })
@Check('escalation_action', `action in ('alert', 'reminder', 'task', 'cancellation')`)
export class EscalationEntity {
  @ForeignKey(() => SellerOrderEntity, { name: 'escalation_of_seller_order' })
  @PrimaryColumn('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @PrimaryColumn('text')
  action: EscalationAction;

  @Column('timestamptz')
  at: Date;
}
