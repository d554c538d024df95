import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { BagEntity } from './bag.entity.js';

/** How a parcel left a bag: taken out before it was closed, found at the destination, not found there, or found there although nobody put it in. */
export const BAG_OUTCOMES = ['taken_out', 'found', 'short', 'over'] as const;
export type BagOutcome = (typeof BAG_OUTCOMES)[number];

/** A parcel in a bag. While the outcome is open, the parcel can be in no other bag. */
@Entity({ schema: 'postal', name: 'bag_parcel' })
@Index('bag_parcel_in_one', ['parcelNumber'], { unique: true, where: 'outcome IS NULL' })
@Check('bag_parcel_outcome', `outcome in ('taken_out', 'found', 'short', 'over') and (outcome is null) = (taken_at is null)`)
export class BagParcelEntity {
  @ForeignKey(() => BagEntity, { name: 'bag_parcel_bag' })
  @PrimaryColumn('uuid', { name: 'bag_id', primaryKeyConstraintName: 'PK_bag_parcel' })
  bagId: string;

  @ForeignKey(() => ParcelEntity, { name: 'bag_parcel_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_bag_parcel' })
  parcelNumber: string;

  @Column('timestamptz', { name: 'put_at' })
  putAt: Date;

  @Column('timestamptz', { name: 'taken_at', nullable: true })
  takenAt: Date | null;

  @Column('text', { nullable: true })
  outcome: BagOutcome | null;
}
