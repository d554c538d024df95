import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReportedIndicator } from '@choxa/postal-contract';
import { OperatorEntity } from '../operators/operator.entity.js';

/** A figure of a draft that its operator knows better than our data, and why. It goes into the next version that is submitted. */
@Entity({ schema: 'postal', name: 'quarter_correction' })
@Check('quarter_correction_quarter', `quarter ~ '^[0-9]{4}-Q[1-4]$'`)
@Check('quarter_correction_figures', 'numerator >= 0 and denominator >= 0')
export class QuarterCorrectionEntity {
  @ForeignKey(() => OperatorEntity, { name: 'quarter_correction_operator' })
  @PrimaryColumn('uuid', { name: 'operator_id', primaryKeyConstraintName: 'PK_quarter_correction' })
  operatorId: string;

  /** `2026-Q3`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_quarter_correction' })
  quarter: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_quarter_correction' })
  indicator: ReportedIndicator;

  @Column('bigint')
  numerator: number;

  @Column('bigint', { nullable: true })
  denominator: number | null;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'corrected_at' })
  correctedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'corrected_by' })
  correctedBy: string;
}
