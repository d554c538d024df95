import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators report of a quarter: corrections of the draft, the versions that were submitted, and until when. */
export class QuarterReports1764705000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table postal.report_deadline (
     id uuid not null,
     days_after int not null,
     remind_days int not null,
     valid_from date not null,
     valid_to date,
     basis text not null,
     constraint "PK_report_deadline" primary key (id),
     constraint report_deadline_days check (days_after > 0 and remind_days between 0 and days_after),
     constraint report_deadline_validity check (valid_to is null or valid_to > valid_from)
   )`,
  `insert into postal.report_deadline (id, days_after, remind_days, valid_from, basis) values
     (gen_random_uuid(), 15, 10, '2024-05-02', 'Quyết định 689/QĐ-BTTTT ngày 2/5/2024; ngày chốt số liệu: 15 ngày sau khi hết quý')`,
  `create table postal.quarter_correction (
     operator_id uuid not null,
     quarter text not null,
     indicator text not null,
     numerator bigint not null,
     denominator bigint,
     reason text not null,
     corrected_at timestamptz not null,
     corrected_by uuid not null,
     constraint "PK_quarter_correction" primary key (operator_id, quarter, indicator),
     constraint quarter_correction_operator foreign key (operator_id) references postal.operator (id),
     constraint quarter_correction_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
     constraint quarter_correction_figures check (numerator >= 0 and denominator >= 0)
   )`,
  `create table postal.quarter_report (
     operator_id uuid not null,
     quarter text not null,
     version int not null,
     figures jsonb not null,
     submitted_at timestamptz not null,
     submitted_by uuid not null,
     constraint "PK_quarter_report" primary key (operator_id, quarter, version),
     constraint quarter_report_operator foreign key (operator_id) references postal.operator (id),
     constraint quarter_report_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
     constraint quarter_report_version check (version > 0)
   )`,
  `create trigger quarter_report_append_only before update or delete on postal.quarter_report
     for each row execute function postal.refuse_change()`,
  `grant select on postal.report_deadline to choxa_postal`,
  `grant select, insert, update on postal.quarter_correction to choxa_postal`,
  `grant select, insert on postal.quarter_report to choxa_postal`,
];
