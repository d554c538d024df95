import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operators tell of their offices, of public services at their counters and of their quarters. */
export class OperatorsFacts1766004000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table audit.service_point (
     operator_code text not null,
     office_code text not null,
     version int not null,
     operator_name text not null,
     office_name text not null,
     changed_at timestamptz not null,
     kind text not null,
     commune_code text not null,
     province_code text not null,
     staffed boolean not null,
     internet boolean not null,
     public_service boolean not null,
     valid_from date not null,
     valid_to date,
     holds_from date,
     holds_until date,
     constraint "PK_service_point" primary key (operator_code, office_code, version),
     constraint service_point_kind check (kind in ('counter', 'commune_cultural', 'delivery', 'hub'))
   )`,
  `create index service_point_holds on audit.service_point (holds_from, holds_until)`,
  `create table audit.public_service (
     record_id text not null,
     operator_code text not null,
     office_code text not null,
     commune_code text not null,
     province_code text not null,
     kind text not null,
     day date not null,
     count int not null,
     constraint "PK_public_service" primary key (record_id)
   )`,
  `create index public_service_day on audit.public_service (day)`,
  `create table audit.operator_report (
     operator_code text not null,
     quarter text not null,
     version int not null,
     submitted_at timestamptz not null,
     figures jsonb not null,
     constraint "PK_operator_report" primary key (operator_code, quarter, version),
     constraint operator_report_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
     constraint operator_report_version check (version > 0)
   )`,
];
