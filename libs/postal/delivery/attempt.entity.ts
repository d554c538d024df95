import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NextAction, NonDeliveryReason } from '@choxa/standards';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { ScanIdEntity } from '../scans/scan-id.entity.js';

/** A try to deliver that failed: why, and what happens next. One per EMH scan. */
@Entity({ schema: 'postal', name: 'attempt' })
@Index('attempt_of_parcel', ['parcelNumber', 'triedAt'])
export class AttemptEntity {
  @ForeignKey(() => ScanIdEntity, { name: 'attempt_scan' })
  @PrimaryColumn('uuid', { name: 'scan_id', primaryKeyConstraintName: 'PK_attempt' })
  scanId: string;

  @ForeignKey(() => ParcelEntity, { name: 'attempt_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('timestamptz', { name: 'tried_at' })
  triedAt: Date;

  @Column('text')
  reason: NonDeliveryReason;

  @Column('text', { name: 'next_action', nullable: true })
  nextAction: NextAction | null;
}
