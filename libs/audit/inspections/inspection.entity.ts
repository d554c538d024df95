import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SampleItemEntity } from '../samples/sample-item.entity.js';
import type { Outcome, Verdicts } from './verdicts.rules.js';

/**
 * What an inspector found of one drawn product, field by field. Append-only: a mistake is corrected by a new one that names it and says why.
 * Known by the UUID that the inspector's device gave it, so that sending it again makes no second one.
 */
@Entity({ schema: 'audit', name: 'inspection' })
@ForeignKey(() => SampleItemEntity, ['sampleId', 'productId'], ['sampleId', 'productId'], { name: 'inspection_sample_item' })
@Index('inspection_sequence', ['sampleId', 'productId', 'sequence'], { unique: true })
@Index('inspection_first', ['sampleId', 'productId', 'round'], { unique: true, where: 'corrects is null' })
@Index('inspection_corrects', ['corrects'], { unique: true, where: 'corrects is not null' })
@Check('inspection_round', 'round in (1, 2)')
@Check('inspection_outcome', `outcome in ('right', 'wrong', 'unclear')`)
@Check('inspection_reason', `(corrects is null) = (reason = '')`)
@Check('inspection_place', '(latitude is null) = (longitude is null)')
@Check('inspection_scan', '(code_matches is null) or scanned_code is not null')
export class InspectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_inspection' })
  id: string;

  @Column('uuid', { name: 'sample_id' })
  sampleId: string;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  /** Its number among the inspections of the item, from 1 on. */
  @Column('int')
  sequence: number;

  /** 1: of the first inspector; 2: of the second one of an item inspected twice. A correction keeps the round of what it corrects. */
  @Column('int')
  round: number;

  /** Account of the official. */
  @Column('uuid', { name: 'inspected_by' })
  inspectedBy: string;

  /** What was found of each field. */
  @Column('jsonb')
  verdicts: Verdicts;

  /** What follows for the product. */
  @Column('text')
  outcome: Outcome;

  @Column('text')
  remark: string;

  /** As it was read from the pack; null where nothing was scanned. */
  @Column('text', { name: 'scanned_code', nullable: true })
  scannedCode: string | null;

  /** Whether it is the declared number; null where nothing was scanned or no number was declared. */
  @Column('boolean', { name: 'code_matches', nullable: true })
  codeMatches: boolean | null;

  @Column('uuid', { name: 'photo_ids', array: true })
  photoIds: string[];

  /** Where the phone was, in degrees, if the inspector let it say so. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  /** By the device's clock. */
  @Column('timestamptz', { name: 'inspected_at' })
  inspectedAt: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** The inspection it takes the place of, and why; empty for a first one. */
  @ForeignKey(() => InspectionEntity, { name: 'inspection_corrects_inspection' })
  @Column('uuid', { nullable: true })
  corrects: string | null;

  @Column('text')
  reason: string;
}
