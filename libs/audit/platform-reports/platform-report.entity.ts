import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many farming households another e-commerce platform had online in a quarter, as it reported or published it (indicator 9). Entered by an official. */
@Entity({ schema: 'audit', name: 'platform_report' })
@Check('platform_report_quarter', `quarter ~ '^[0-9]{4}-Q[1-4]$'`)
@Check('platform_report_households', 'households >= 0')
export class PlatformReportEntity {
  /** Its name. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_platform_report' })
  platform: string;

  /** `2026-Q3`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_platform_report' })
  quarter: string;

  @Column('int')
  households: number;

  /** Letter, publication or address that says so. */
  @Column('text')
  source: string;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt: Date;
}
