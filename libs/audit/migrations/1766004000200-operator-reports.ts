import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when reports of a quarter are in time, and what officials made of them. */
export class OperatorReports1766004000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table audit.report_deadline (
     valid_from date not null,
     valid_to date,
     days_after int not null,
     basis text not null,
     constraint "PK_report_deadline" primary key (valid_from),
     constraint report_deadline_days check (days_after > 0),
     constraint report_deadline_validity check (valid_to is null or valid_to > valid_from)
   )`,
  `insert into audit.report_deadline (valid_from, days_after, basis) values
     ('2024-05-02', 15, 'Quyết định 689/QĐ-BTTTT ngày 2/5/2024; ngày chốt số liệu: 15 ngày sau khi hết quý. Hạn nộp cần kiểm tra lại với văn bản gốc / to be checked')`,
  `create table audit.report_answer (
     operator_code text not null,
     quarter text not null,
     version int not null,
     verdict text not null,
     reason text,
     compared jsonb not null,
     answered_at timestamptz not null,
     answered_by uuid not null,
     constraint "PK_report_answer" primary key (operator_code, quarter, version),
     constraint report_answer_verdict check (verdict in ('accepted', 'returned')),
     constraint report_answer_reason check (verdict = 'accepted' or reason is not null)
   )`,
];
