import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TradedLabel } from '../facts/traded-label.rules.js';
import { SampleEntity } from './sample.entity.js';

/** A product that was drawn: what its label declared on its latest traded line, and where an inspector finds it. Written with its sample, never edited. */
@Entity({ schema: 'audit', name: 'sample_item' })
@Index('sample_item_position', ['sampleId', 'position'], { unique: true })
@Check('sample_item_lines', 'lines > 0 and checked_lines between 0 and lines')
export class SampleItemEntity {
  @ForeignKey(() => SampleEntity, { name: 'sample_item_sample' })
  @PrimaryColumn('uuid', { name: 'sample_id', primaryKeyConstraintName: 'PK_sample_item' })
  sampleId: string;

  @PrimaryColumn('uuid', { name: 'product_id', primaryKeyConstraintName: 'PK_sample_item' })
  productId: string;

  /** Its number on the printed list, from 1 on, commune by commune. */
  @Column('int')
  position: number;

  @Column('text')
  stratum: string;

  /** A second inspector judges it too, without seeing the first's verdict. */
  @Column('boolean')
  double: boolean;

  @Column('text', { name: 'product_name' })
  productName: string;

  @Column('text', { name: 'set_code' })
  setCode: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text', { name: 'household_name' })
  householdName: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  /** All its traded lines were compliant by their snapshots. */
  @Column('boolean')
  compliant: boolean;

  /** Its latest traded line of the period, and the label snapshot on it. */
  @Column('uuid', { name: 'line_id' })
  lineId: string;

  @Column('jsonb')
  label: TradedLabel;

  /** Its traded lines, and those whose pack a post clerk scanned at acceptance and found right. */
  @Column('int')
  lines: number;

  @Column('int', { name: 'checked_lines' })
  checkedLines: number;
}
