import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReportVerdict } from '@choxa/postal-contract';
import { OperatorEntity } from '../operators/operator.entity.js';

/** What became of a submitted version at whoever receives reports. */
@Entity({ schema: 'postal', name: 'report_answer' })
@Check('report_answer_verdict', `verdict in ('accepted', 'returned')`)
export class ReportAnswerEntity {
  @ForeignKey(() => OperatorEntity, { name: 'report_answer_operator' })
  @PrimaryColumn('uuid', { name: 'operator_id', primaryKeyConstraintName: 'PK_report_answer' })
  operatorId: string;

  /** `2026-Q3`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_report_answer' })
  quarter: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_report_answer' })
  version: number;

  @Column('text')
  verdict: ReportVerdict;

  /** What is to be put right. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt: Date;
}
