import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which operators were reminded of which report; and the deadline says that its basis is still to be checked. */
export class ReportReminders1765006000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.report_reminder (
        operator_id uuid not null,
        quarter text not null,
        sent_at timestamptz not null,
        constraint "PK_report_reminder" primary key (operator_id, quarter),
        constraint report_reminder_operator foreign key (operator_id) references postal.operator (id),
        constraint report_reminder_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$')
      )`);
    await runner.query('grant select, insert on postal.report_reminder to choxa_postal');
    await runner.query(
      `update postal.report_deadline set basis = basis || '. Hạn nộp cần kiểm tra lại với văn bản gốc / to be checked' where valid_to is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
