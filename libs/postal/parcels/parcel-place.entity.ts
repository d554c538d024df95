import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from './parcel.entity.js';

/**
 * Where a parcel lies: what `parcel` says of it, so that parcels are found by it. Triggers of `parcel` keep it; nobody else writes it.
 */
@Entity({ schema: 'postal', name: 'parcel_place' })
@Index('parcel_place_waiting', ['waitingSince'], { where: 'waiting_since is not null' })
export class ParcelPlaceEntity {
  @ForeignKey(() => ParcelEntity, { name: 'parcel_place_parcel', onDelete: 'CASCADE' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_parcel_place' })
  parcelNumber: string;

  @Index('parcel_place_of_office')
  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  /** Since when it is held, or lies there after a failed attempt; null in every other state. */
  @Column('timestamptz', { name: 'waiting_since', nullable: true })
  waitingSince: Date | null;
}
