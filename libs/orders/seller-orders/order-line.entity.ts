import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { LabelSnapshot } from '@choxa/labelling';
import { SellerOrderEntity } from './seller-order.entity.js';

/** One pack bought. Name, price and label are copies made at order time: later edits never change a reported figure. */
@Entity({ schema: 'orders', name: 'order_line' })
@Index('order_line_label_lot', { synchronize: false })
@Index('order_line_pack', ['packId'])
@Check('order_line_confirmed', 'confirmed_quantity between 0 and quantity')
@Check('order_line_amount', 'line_vnd = price_vnd * quantity and quantity > 0')
export class OrderLineEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('order_line_seller_order')
  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'order_line_of_seller_order' })
  sellerOrder: SellerOrderEntity;

  @Column('int')
  position: number;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('text', { name: 'product_name' })
  productName: string;

  @Column('text')
  slug: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  @Column('text', { name: 'set_code' })
  setCode: string;

  @Column('text', { name: 'net_content' })
  netContent: string;

  @Column('text', { nullable: true })
  image: string | null;

  @Column('int')
  quantity: number;

  @Column('bigint', { name: 'price_vnd' })
  priceVnd: number;

  @Column('bigint', { name: 'line_vnd' })
  lineVnd: number;

  /** Result of the label rule at order time, with its version. */
  @Column('jsonb')
  label: LabelSnapshot;

  /** What the post clerk saw when scanning the pack: matches, missing or other_code; null before acceptance. */
  @Column('text', { name: 'label_check', nullable: true })
  labelCheck: string | null;

  /** How many of `quantity` the household has; null until it has answered. What is paid and carried counts these; `line_vnd` stays as ordered. */
  @Column('int', { name: 'confirmed_quantity', nullable: true })
  confirmedQuantity: number | null;

  /** When the last of it had gone back to the household, the first time that was told; null while something is kept. */
  @Column('timestamptz', { name: 'returned_at', nullable: true })
  returnedAt: Date | null;
}
