import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SampleEntity } from './sample.entity.js';

/** A part of a sample's frame of which products were drawn, and what was declared of all of it at that moment. */
@Entity({ schema: 'audit', name: 'sample_stratum' })
@Check('sample_stratum_units', 'units > 0 and drawn between 0 and units and compliant_units between 0 and units')
@Check('sample_stratum_lines', 'checked_lines between 0 and lines')
export class SampleStratumEntity {
  @ForeignKey(() => SampleEntity, { name: 'sample_stratum_sample' })
  @PrimaryColumn('uuid', { name: 'sample_id', primaryKeyConstraintName: 'PK_sample_stratum' })
  sampleId: string;

  /** `92/13` province and set, `92` province, `*` everything. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_sample_stratum' })
  key: string;

  /** Null where it lies in several. */
  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('text', { name: 'set_code', nullable: true })
  setCode: string | null;

  @Column('int')
  units: number;

  /** Units all of whose traded lines were compliant by their snapshots. */
  @Column('int', { name: 'compliant_units' })
  compliantUnits: number;

  /** Traded lines of its units, and those whose pack a post clerk scanned at acceptance and found right. */
  @Column('int')
  lines: number;

  @Column('int', { name: 'checked_lines' })
  checkedLines: number;

  @Column('int')
  drawn: number;
}
