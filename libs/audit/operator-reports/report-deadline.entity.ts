import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Until how many days after a quarter's end a report of it is in time (indicator 10). A change is a new row. */
@Entity({ schema: 'audit', name: 'report_deadline' })
@Check('report_deadline_days', 'days_after > 0')
@Check('report_deadline_validity', 'valid_to is null or valid_to > valid_from')
export class ReportDeadlineEntity {
  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'PK_report_deadline' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int', { name: 'days_after' })
  daysAfter: number;

  /** What it rests on. */
  @Column('text')
  basis: string;
}
