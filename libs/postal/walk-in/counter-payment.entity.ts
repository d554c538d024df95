import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { ParcelEntity } from '../parcels/parcel.entity.js';

/** Postage that somebody paid in cash at a counter when handing a parcel over. Append-only, as all money. */
@Entity({ schema: 'postal', name: 'counter_payment' })
@Check('counter_payment_amount', 'amount_vnd > 0')
@Index('counter_payment_of_office', ['officeId', 'takenAt'])
export class CounterPaymentEntity {
  @ForeignKey(() => ParcelEntity, { name: 'counter_payment_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_counter_payment' })
  parcelNumber: string;

  @ForeignKey(() => OfficeEntity, { name: 'counter_payment_to_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  /** The clerk's account. */
  @Column('uuid', { name: 'taken_by' })
  takenBy: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
