import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from './parcel.entity.js';

/** That a clerk took a parcel over the counter of its acceptance office. Parcels handed over together stand on one receipt. */
@Entity({ schema: 'postal', name: 'acceptance' })
@Index('acceptance_of_clerk', ['takenBy'])
export class AcceptanceEntity {
  @ForeignKey(() => ParcelEntity, { name: 'acceptance_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_acceptance' })
  parcelNumber: string;

  @Column('uuid', { name: 'receipt_id' })
  receiptId: string;

  /** The clerk's account. */
  @Column('uuid', { name: 'taken_by' })
  takenBy: string;

  /** As the clerk was called then; it stands on the receipt. */
  @Column('text', { name: 'taken_by_name' })
  takenByName: string;
}
