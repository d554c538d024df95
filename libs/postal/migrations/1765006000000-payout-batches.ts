import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches in which cash on delivery is paid out by bank: their lines by sender, and which parcels each is for. */
export class PayoutBatches1765006000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table postal.payout_batch (
     id uuid not null,
     operator_id uuid not null,
     reference text not null,
     cut_off date not null,
     state text not null,
     made_by uuid not null,
     made_by_name text not null,
     made_at timestamptz not null,
     closed_by uuid,
     closed_by_name text,
     closed_at timestamptz,
     constraint "PK_payout_batch" primary key (id),
     constraint payout_batch_operator foreign key (operator_id) references postal.operator (id),
     constraint payout_batch_reference unique (operator_id, reference),
     constraint payout_batch_state check (state in ('draft', 'confirmed', 'withdrawn') and (state = 'draft') = (closed_at is null)
       and (closed_at is null) = (closed_by is null)),
     constraint payout_batch_second_person check (state <> 'confirmed' or closed_by <> made_by)
   )`,
  `create index payout_batch_of_operator on postal.payout_batch (operator_id, made_at)`,
  `create table postal.payout_line (
     id uuid not null,
     batch_id uuid not null,
     place int not null,
     collected_vnd bigint not null,
     paid_vnd bigint not null,
     state text not null,
     reason text,
     settled_at timestamptz,
     settled_by uuid,
     constraint "PK_payout_line" primary key (id),
     constraint payout_line_batch foreign key (batch_id) references postal.payout_batch (id),
     constraint payout_line_place unique (batch_id, place),
     constraint payout_line_amounts check (collected_vnd > 0 and paid_vnd between 0 and collected_vnd),
     constraint payout_line_state check (state in ('waiting', 'paid', 'failed') and (state = 'waiting') = (settled_at is null)
       and (settled_at is null) = (settled_by is null)),
     constraint payout_line_reason check ((state = 'failed') = (reason is not null))
   )`,
  `create table postal.payout_parcel (
     line_id uuid not null,
     parcel_number text not null,
     collected_vnd bigint not null,
     paid_vnd bigint not null,
     released boolean not null default false,
     constraint "PK_payout_parcel" primary key (line_id, parcel_number),
     constraint payout_parcel_line foreign key (line_id) references postal.payout_line (id),
     constraint payout_parcel_parcel foreign key (parcel_number) references postal.parcel (number),
     constraint payout_parcel_amounts check (collected_vnd > 0 and paid_vnd between 0 and collected_vnd)
   )`,
  `create unique index payout_parcel_once on postal.payout_parcel (parcel_number) where not released`,
  `grant select, insert, update on postal.payout_batch, postal.payout_line, postal.payout_parcel to choxa_postal`,
];
