import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { ScanIdEntity } from '../scans/scan-id.entity.js';

/**
 * Somebody's word that a scan was wrong: who, why and which. The scan stays; once the correction is confirmed, the fold passes it over. What
 * ended a parcel's way is taken back only by a second person.
 */
@Entity({ schema: 'postal', name: 'scan_correction' })
@Index('scan_correction_standing', ['scanId'], { unique: true, where: 'refused_at is null' })
@Index('scan_correction_of_parcel', ['parcelNumber'])
@Index('scan_correction_waiting', ['declaredAt'], { where: 'confirmed_at is null and refused_at is null' })
@Check('scan_correction_confirmed', '(confirmed_at is null) = (confirmed_by is null)')
@Check('scan_correction_refused', '(refused_at is null) = (refused_by is null)')
@Check('scan_correction_one_answer', 'confirmed_at is null or refused_at is null')
@Check('scan_correction_second_person', 'not second_person or confirmed_by is null or confirmed_by <> declared_by')
export class ScanCorrectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_scan_correction' })
  id: string;

  @ForeignKey(() => ScanIdEntity, { name: 'scan_correction_scan' })
  @Column('uuid', { name: 'scan_id' })
  scanId: string;

  @ForeignKey(() => ParcelEntity, { name: 'scan_correction_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('text')
  reason: string;

  /** Whether it counts only when somebody else confirms it. */
  @Column('boolean', { name: 'second_person' })
  secondPerson: boolean;

  @Column('uuid', { name: 'declared_by' })
  declaredBy: string;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt: Date;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { name: 'refused_by', nullable: true })
  refusedBy: string | null;

  @Column('timestamptz', { name: 'refused_at', nullable: true })
  refusedAt: Date | null;
}
