import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { PayoutLineEntity } from './payout-line.entity.js';

/** A parcel whose cash is in a line. It is in one at a time: released when the batch is taken back or the money did not arrive. */
@Entity({ schema: 'postal', name: 'payout_parcel' })
@Index('payout_parcel_once', ['parcelNumber'], { unique: true, where: 'not released' })
@Check('payout_parcel_amounts', 'collected_vnd > 0 and paid_vnd between 0 and collected_vnd')
export class PayoutParcelEntity {
  @ForeignKey(() => PayoutLineEntity, { name: 'payout_parcel_line' })
  @PrimaryColumn('uuid', { name: 'line_id', primaryKeyConstraintName: 'PK_payout_parcel' })
  lineId: string;

  @ForeignKey(() => ParcelEntity, { name: 'payout_parcel_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_payout_parcel' })
  parcelNumber: string;

  @Column('bigint', { name: 'collected_vnd' })
  collectedVnd: number;

  @Column('bigint', { name: 'paid_vnd' })
  paidVnd: number;

  @Column('boolean', { default: false })
  released: boolean;
}
