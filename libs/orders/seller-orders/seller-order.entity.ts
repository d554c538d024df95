import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Canceller, CancelReason } from '../cancellation/cancellation.rules.js';
import { OrderEntity } from '../checkout/order.entity.js';
import type { SellerOrderState } from './seller-order.rules.js';

/** The part of an order that one household packs and one parcel carries. Its id is the post's `senderReference`. */
@Entity({ schema: 'orders', name: 'seller_order' })
@Unique('seller_order_parcel_number', ['parcelNumber'])
@Index('seller_order_household', ['householdId', 'placedAt', 'id'])
@Index('seller_order_unanswered', ['placedAt'], { where: `state = 'placed'` })
@Check('seller_order_cod', 'cod_vnd in (0, goods_vnd + postage_vnd)')
@Check('seller_order_state', `state in ('placed', 'confirmed', 'packed', 'posted', 'delivered', 'returning', 'returned', 'cancelled')`)
@Check('seller_order_cancelled', `state <> 'cancelled' or (cancelled_by is not null and cancel_reason is not null)`)
@Check('seller_order_cancelled_by', `cancelled_by in ('buyer', 'household', 'clerk', 'system')`)
export class SellerOrderEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('seller_order_order')
  @Column('uuid', { name: 'order_id' })
  orderId: string;

  @ManyToOne(() => OrderEntity)
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'seller_order_of_order' })
  order: OrderEntity;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text', { name: 'household_name' })
  householdName: string;

  @Column('text', { name: 'household_slug' })
  householdSlug: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text')
  state: SellerOrderState;

  @Column('bigint', { name: 'goods_vnd' })
  goodsVnd: number;

  @Column('bigint', { name: 'postage_vnd' })
  postageVnd: number;

  /** What the recipient pays at the door: goods and postage, or nothing where it is paid before. */
  @Column('bigint', { name: 'cod_vnd' })
  codVnd: number;

  /** The recipient may look at the goods before taking them: as the household had it when it was ordered. */
  @Column('boolean', { default: false })
  inspection: boolean;

  /** Of the postal operator that quoted its postage and carries it. */
  @Column('text', { name: 'operator_code', nullable: true })
  operatorCode: string | null;

  @Column('text', { name: 'parcel_number', nullable: true })
  parcelNumber: string | null;

  /** The post's last word, copied; the post's own tracking is the truth. */
  @Column('text', { name: 'parcel_state', nullable: true })
  parcelState: string | null;

  @Column('timestamptz', { name: 'parcel_state_at', nullable: true })
  parcelStateAt: Date | null;

  @Column('text', { name: 'cancelled_by', nullable: true })
  cancelledBy: Canceller | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason: CancelReason | null;

  /** The canceller's own words. */
  @Column('text', { name: 'cancel_note', nullable: true })
  cancelNote: string | null;

  @Column('timestamptz', { name: 'placed_at' })
  placedAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt: Date | null;

  /** Every parcel of it that was delivered was handed over at the buyer's address or shared letter box; null while one's place is not known. */
  @Column('boolean', { name: 'to_address', nullable: true })
  toAddress: boolean | null;

  /** By which word of the post that is known, or the sum of those about its several parcels: it only grows. Null: by none. */
  @Column('int', { name: 'place_telling', nullable: true })
  placeTelling: number | null;

  /** When the buyer told the post that the delivery did not happen, until the post has answered. */
  @Column('timestamptz', { name: 'disputed_at', nullable: true })
  disputedAt: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
