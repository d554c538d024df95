import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Until how many days after a quarter's end its report is due, and how many days before that it is asked for. A change is a new row. */
@Entity({ schema: 'postal', name: 'report_deadline' })
@Check('report_deadline_days', 'days_after > 0 and remind_days between 0 and days_after')
@Check('report_deadline_validity', 'valid_to is null or valid_to > valid_from')
export class ReportDeadlineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_report_deadline' })
  id: string;

  @Column('int', { name: 'days_after' })
  daysAfter: number;

  @Column('int', { name: 'remind_days' })
  remindDays: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** What it rests on. */
  @Column('text')
  basis: string;
}
