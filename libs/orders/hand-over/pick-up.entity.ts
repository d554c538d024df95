import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { PickupHalf } from '@choxa/postal-contract';

/** A household asks the post to come for its parcels. Its id is the post's `pickupReference`. */
@Entity({ schema: 'orders', name: 'pick_up' })
@Check('pick_up_half', `half in ('morning', 'afternoon')`)
export class PickUpEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('date')
  day: string;

  @Column('text')
  half: PickupHalf;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;
}
