import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReportedFigureV1 } from '@choxa/postal-contract';
import { OperatorEntity } from '../operators/operator.entity.js';

/** A version of what an operator reported of a quarter. It stays; who reports again adds a version. */
@Entity({ schema: 'postal', name: 'quarter_report' })
@Check('quarter_report_quarter', `quarter ~ '^[0-9]{4}-Q[1-4]$'`)
@Check('quarter_report_version', 'version > 0')
export class QuarterReportEntity {
  @ForeignKey(() => OperatorEntity, { name: 'quarter_report_operator' })
  @PrimaryColumn('uuid', { name: 'operator_id', primaryKeyConstraintName: 'PK_quarter_report' })
  operatorId: string;

  /** `2026-Q3`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_quarter_report' })
  quarter: string;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_quarter_report' })
  version: number;

  @Column('jsonb')
  figures: ReportedFigureV1[];

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'submitted_by' })
  submittedBy: string;
}
