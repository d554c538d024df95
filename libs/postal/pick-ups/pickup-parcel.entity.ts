import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { PickupEntity } from './pickup.entity.js';

/** A parcel that is to be fetched with a pick-up. */
@Entity({ schema: 'postal', name: 'pickup_parcel' })
export class PickupParcelEntity {
  @ForeignKey(() => PickupEntity, { name: 'pickup_parcel_pickup' })
  @PrimaryColumn('uuid', { name: 'pickup_id', primaryKeyConstraintName: 'PK_pickup_parcel' })
  pickupId: string;

  @ForeignKey(() => ParcelEntity, { name: 'pickup_parcel_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_pickup_parcel' })
  parcelNumber: string;
}
