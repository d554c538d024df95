import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

/** A recipient was told that a parcel waits: once, and a second time working days later. */
@Entity({ schema: 'postal', name: 'notice' })
@Check('notice_sequence', 'sequence between 1 and 2')
export class NoticeEntity {
  @ForeignKey(() => ParcelEntity, { name: 'notice_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_notice' })
  parcelNumber: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_notice' })
  sequence: number;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  /** Local day on which the second notice follows; of the second one the day until which the parcel is kept. */
  @Column('date', { name: 'due_on' })
  dueOn: string;
}
