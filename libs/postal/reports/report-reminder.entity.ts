import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';

/** The managers of an operator were told that a quarter's report is due. Once. */
@Entity({ schema: 'postal', name: 'report_reminder' })
@Check('report_reminder_quarter', `quarter ~ '^[0-9]{4}-Q[1-4]$'`)
export class ReportReminderEntity {
  @ForeignKey(() => OperatorEntity, { name: 'report_reminder_operator' })
  @PrimaryColumn('uuid', { name: 'operator_id', primaryKeyConstraintName: 'PK_report_reminder' })
  operatorId: string;

  /** `2026-Q3`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_report_reminder' })
  quarter: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;
}
