import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrderLineEntity } from '../seller-orders/order-line.entity.js';
import { ParcelEntity } from './parcel.entity.js';

/** How many units of a line are in one of several parcels. */
@Entity({ schema: 'orders', name: 'parcel_line' })
@Check('parcel_line_quantity', 'quantity > 0')
export class ParcelLineEntity {
  @ForeignKey(() => ParcelEntity, { name: 'parcel_line_parcel' })
  @PrimaryColumn('uuid', { name: 'parcel_id', primaryKeyConstraintName: 'PK_parcel_line' })
  parcelId: string;

  @Index('parcel_line_of_line')
  @ForeignKey(() => OrderLineEntity, { name: 'parcel_line_line' })
  @PrimaryColumn('uuid', { name: 'line_id', primaryKeyConstraintName: 'PK_parcel_line' })
  lineId: string;

  @Column('int')
  quantity: number;
}
