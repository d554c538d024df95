import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { ParcelOutcome } from './divided-parcels.rules.js';

/**
 * One of the parcels a household divided a seller order into. Its id is the post's `senderReference`; the first has the id of the seller order,
 * under which the post had been asked for a single parcel. A seller order that goes in one parcel has no row here.
 */
@Entity({ schema: 'orders', name: 'parcel' })
@Unique('parcel_position', ['sellerOrderId', 'position'])
@Unique('parcel_number', ['number'])
@Check('parcel_positions', 'position between 1 and 10')
@Check('parcel_weight', 'weight_grams > 0')
@Check('parcel_money', 'goods_vnd >= 0 and postage_vnd >= 0 and cod_vnd in (0, goods_vnd + postage_vnd)')
@Check('parcel_outcome', `outcome in ('delivered', 'returned') and (outcome is null) = (ended_at is null)`)
export class ParcelEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_parcel' })
  id: string;

  @ForeignKey(() => SellerOrderEntity, { name: 'parcel_of_seller_order' })
  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @Column('int')
  position: number;

  /** As announced; the counter weighs again. */
  @Column('int', { name: 'weight_grams' })
  weightGrams: number;

  /** Price of what is in it. */
  @Column('bigint', { name: 'goods_vnd' })
  goodsVnd: number;

  /** Its share of the postage the buyer pays. */
  @Column('bigint', { name: 'postage_vnd' })
  postageVnd: number;

  /** Cash to collect with it. All parcels together: that of the seller order. */
  @Column('bigint', { name: 'cod_vnd' })
  codVnd: number;

  @Column('text', { nullable: true })
  number: string | null;

  /** The post's last word, copied. */
  @Column('text', { nullable: true })
  state: string | null;

  @Column('timestamptz', { name: 'state_at', nullable: true })
  stateAt: Date | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  /** How it ended; null while it is on its way. */
  @Column('text', { nullable: true })
  outcome: ParcelOutcome | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** It was handed over at the buyer's address or shared letter box; null where the post has not said, or has taken back that it was delivered. */
  @Column('boolean', { name: 'to_address', nullable: true })
  toAddress: boolean | null;

  /** Which word of the post about its delivery that is; null: none. */
  @Column('int', { name: 'place_telling', nullable: true })
  placeTelling: number | null;
}
