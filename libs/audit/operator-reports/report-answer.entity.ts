import { REPORT_VERDICTS, type ReportVerdict } from '@choxa/postal-contract';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ComparedFigure } from './compare-report.rules.js';

/** What an official made of a version of a report: once, and with the comparison that was before him. */
@Entity({ schema: 'audit', name: 'report_answer' })
@Check('report_answer_verdict', `verdict in (${REPORT_VERDICTS.map((verdict) => `'${verdict}'`).join(', ')})`)
@Check('report_answer_reason', `verdict = 'accepted' or reason is not null`)
export class ReportAnswerEntity {
  @PrimaryColumn('text', { name: 'operator_code', primaryKeyConstraintName: 'PK_report_answer' })
  operatorCode: string;

  /** `2026-Q3`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_report_answer' })
  quarter: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_report_answer' })
  version: number;

  @Column('text')
  verdict: ReportVerdict;

  /** What is to be put right, or a word to an acceptance. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Reported against our facts as they stood then. */
  @Column('jsonb')
  compared: ComparedFigure[];

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt: Date;

  /** Account. */
  @Column('uuid', { name: 'answered_by' })
  answeredBy: string;
}
