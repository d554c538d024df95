import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which sales a household made to itself: pseudonyms of the buyer on the line, those of the household's people beside it. */
export class SelfDealing1766002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `alter table audit.traded_line
     add column buyer_account_hash text,
     add column buyer_address_hash text,
     add column buyer_device_hash text,
     add column self_dealing text[] not null default '{}',
     add constraint traded_line_self_dealing check (self_dealing <@ array['account', 'phone', 'address', 'device'])`,
  `update audit.traded_line set buyer_account_hash = encode(sha256(convert_to(buyer_account_id::text, 'UTF8')), 'hex')
    where buyer_account_id is not null`,
  `alter table audit.traded_line drop column buyer_account_id`,
  `create index traded_line_household on audit.traded_line (household_id, delivered_at)`,
  `create table audit.household_link (
     household_id uuid not null,
     kind text not null,
     hash text not null,
     constraint "PK_household_link" primary key (household_id, kind, hash),
     constraint household_link_kind check (kind in ('account', 'phone', 'address', 'device'))
   )`,
];
