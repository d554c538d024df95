import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each office was described from when on, so that it can be told again; and what became of submitted reports. */
export class OfficeChanges1766004000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table postal.office_change (
     office_id uuid not null,
     version int not null,
     changed_at timestamptz not null,
     name text not null,
     kind text not null,
     commune_code text not null,
     province_code text not null,
     staffed boolean not null,
     internet boolean not null,
     public_service boolean not null,
     valid_from date not null,
     valid_to date,
     constraint "PK_office_change" primary key (office_id, version),
     constraint office_change_office foreign key (office_id) references postal.office (id),
     constraint office_change_version check (version > 0)
   )`,
  // Of what an office was before, only the audit trail knows: what stands today is its first description.
  `insert into postal.office_change
     (office_id, version, changed_at, name, kind, commune_code, province_code, staffed, internet, public_service, valid_from, valid_to)
   select id, 1, now(), name, kind, commune_code, province_code, staffed, internet, public_service, valid_from, valid_to from postal.office`,
  `create trigger office_change_append_only before update or delete on postal.office_change
     for each row execute function postal.refuse_change()`,
  `create table postal.report_answer (
     operator_id uuid not null,
     quarter text not null,
     version int not null,
     verdict text not null,
     reason text,
     answered_at timestamptz not null,
     constraint "PK_report_answer" primary key (operator_id, quarter, version),
     constraint report_answer_operator foreign key (operator_id) references postal.operator (id),
     constraint report_answer_verdict check (verdict in ('accepted', 'returned'))
   )`,
  `grant select, insert on postal.office_change, postal.report_answer to choxa_postal`,
];
