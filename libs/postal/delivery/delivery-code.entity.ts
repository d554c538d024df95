import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

/** The recipient's code for one parcel: knowing it proves that the recipient was there. Hashed, five tries. */
@Entity({ schema: 'postal', name: 'delivery_code' })
@Check('delivery_code_tries', 'tries between 0 and 5')
export class DeliveryCodeEntity {
  @ForeignKey(() => ParcelEntity, { name: 'delivery_code_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_delivery_code' })
  parcelNumber: string;

  @Column('bytea')
  salt: Buffer;

  @Column('bytea')
  hash: Buffer;

  @Column('int', { default: 0 })
  tries: number;
}
