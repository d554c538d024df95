import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How long a delivered seller order took: from its placing to the counter of the post, and from there to the buyer. */
@Entity({ schema: 'audit', name: 'fulfilment' })
@Check('fulfilment_hours', 'to_hand_over_hours >= 0 and to_delivery_hours >= 0')
export class FulfilmentEntity {
  @PrimaryColumn('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  /** Place of the household. */
  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('timestamptz', { name: 'delivered_at' })
  deliveredAt: Date;

  /** Begun hours. */
  @Column('int', { name: 'to_hand_over_hours' })
  toHandOverHours: number;

  @Column('int', { name: 'to_delivery_hours' })
  toDeliveryHours: number;
}
