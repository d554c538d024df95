import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PICKUP_ANSWERS, type PickupAnswer } from '@choxa/postal-contract';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import { PickUpEntity } from './pick-up.entity.js';

export const PICK_UP_STATES = ['requested', ...PICKUP_ANSWERS] as const;
export type PickUpState = 'requested' | PickupAnswer;

/** A seller order whose parcel is to be fetched. Only a declined one may be asked for again. */
@Entity({ schema: 'orders', name: 'pick_up_parcel' })
@Index('pick_up_parcel_open', ['sellerOrderId'], { unique: true, where: `state <> 'declined'` })
@Index('pick_up_parcel_of_seller_order', ['sellerOrderId'])
@Check('pick_up_parcel_state', `state in ('requested', 'accepted', 'declined')`)
@Check('pick_up_parcel_reason', `(state = 'declined') = (reason is not null)`)
export class PickUpParcelEntity {
  @ForeignKey(() => PickUpEntity, { name: 'pick_up_parcel_pick_up' })
  @PrimaryColumn('uuid', { name: 'pick_up_id' })
  pickUpId: string;

  @ForeignKey(() => SellerOrderEntity, { name: 'pick_up_parcel_seller_order' })
  @PrimaryColumn('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @Column('text')
  state: PickUpState;

  /** Why the post does not come. */
  @Column('text', { nullable: true })
  reason: string | null;
}
