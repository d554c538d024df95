import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import { ParcelEntity } from '../parcels/parcel.entity.js';

/**
 * Something somebody saw of a parcel. Never changed and never deleted (a trigger and the post's role see to it); a mistake is put right
 * by a declaration. The id is made on the device, so a scan sent twice is one scan. The table is in parts by the month of `recorded_at`,
 * which is our clock's: a scan of a parcel never lies in a part before its announcement, whatever the device's clock said.
 */
@Entity({ schema: 'postal', name: 'scan' })
@Index('scan_of_parcel', ['parcelNumber', 'eventTime'])
@Index('scan_as_recorded', ['recordedAt', 'id'])
@Check('scan_code', `code in ('EMA', 'EDD', 'EDE', 'EMG', 'EDF', 'EDG', 'EMH', 'EDH', 'EMI', 'RTS', 'RTD', 'LST', 'DST')`)
@Check('scan_reason', `code <> 'EMH' or reason is not null`)
export class ScanEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_scan' })
  id: string;

  @ForeignKey(() => ParcelEntity, { name: 'scan_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('text')
  code: ParcelEventCode;

  /** By the device's clock, put right by what it was off when it sent. */
  @Column('timestamptz', { name: 'event_time' })
  eventTime: Date;

  /** By ours. */
  @PrimaryColumn('timestamptz', { name: 'recorded_at', primaryKeyConstraintName: 'PK_scan' })
  recordedAt: Date;

  @Column('text')
  device: string;

  /** An office there is: a trigger sees to it, once a statement (a foreign key locks the office for each row). */
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** Account of the person who scanned. */
  @Column('uuid', { name: 'actor_id' })
  actorId: string;

  /** Why an attempt failed. */
  @Column('text', { nullable: true })
  reason: NonDeliveryReason | null;

  @Column('text', { name: 'next_action', nullable: true })
  nextAction: NextAction | null;

  /** The device's clock was ahead of ours. */
  @Column('boolean', { name: 'from_the_future' })
  fromTheFuture: boolean;

  /** What was added to the device's time, milliseconds. */
  @Column('int', { name: 'clock_offset_ms', default: 0 })
  clockOffsetMs: number;
}
