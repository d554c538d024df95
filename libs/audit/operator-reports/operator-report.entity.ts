import type { ReportedFigureV1 } from '@choxa/postal-contract';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of what an operator reported of a quarter, as it was received. Every version stays. */
@Entity({ schema: 'audit', name: 'operator_report' })
@Check('operator_report_quarter', `quarter ~ '^[0-9]{4}-Q[1-4]$'`)
@Check('operator_report_version', 'version > 0')
export class OperatorReportEntity {
  @PrimaryColumn('text', { name: 'operator_code', primaryKeyConstraintName: 'PK_operator_report' })
  operatorCode: string;

  /** `2026-Q3`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_operator_report' })
  quarter: string;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_operator_report' })
  version: number;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @Column('jsonb')
  figures: ReportedFigureV1[];
}
