import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where collected cash lies: with a courier, in an office's drawer, in the bank; counted by two, with what was missing or too much as a record
 * of its own. The new checks are wider than the old ones.
 */
export class Cash1764705000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ENTRIES, ...TABLES, ...GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const APPEND_ONLY = (table: string) =>
  `create trigger ${table}_append_only before update or delete on postal.${table} for each row execute function postal.refuse_change()`;

const ENTRIES = [
  `alter table postal.cod_entry
     alter column parcel_number drop not null,
     add column office_id uuid,
     add column reverses uuid,
     add column round int not null default 0,
     add constraint cod_entry_office foreign key (office_id) references postal.office (id) not valid,
     drop constraint cod_entry_step,
     add constraint cod_entry_step check (step in ('due', 'collected', 'cancelled', 'remitted', 'handed_over', 'deposited', 'reversed')) not valid,
     drop constraint cod_entry_account,
     add constraint cod_entry_account check
       (account in ('recipient', 'cash', 'office_cash', 'shortage', 'overage', 'sender', 'bank', 'postage')
        and (account in ('cash', 'office_cash', 'shortage', 'overage')) = (holder_id is not null)) not valid,
     add constraint cod_entry_of_parcel check ((step in ('handed_over', 'deposited')) = (parcel_number is null)) not valid,
     add constraint cod_entry_reversal check ((step = 'reversed') = (reverses is not null)) not valid`,
  // What was collected before is taken to lie with the office that delivers the parcel. Once, by the migration: nobody else may.
  `alter table postal.cod_entry disable trigger cod_entry_append_only`,
  `update postal.cod_entry set office_id = parcel.delivery_office_id from postal.parcel where account = 'cash' and parcel.number = parcel_number`,
  `alter table postal.cod_entry enable trigger cod_entry_append_only`,
  `alter table postal.cod_entry
     validate constraint cod_entry_office, validate constraint cod_entry_step, validate constraint cod_entry_account,
     validate constraint cod_entry_of_parcel, validate constraint cod_entry_reversal`,
  `drop index postal.cod_entry_once`,
  `create unique index cod_entry_once on postal.cod_entry (parcel_number, step, account, round) where step <> 'reversed'`,
  `create unique index cod_entry_reversed_once on postal.cod_entry (reverses, account) where reverses is not null`,
  `create index cod_entry_of_holder on postal.cod_entry (office_id, holder_id, booked_at) where holder_id is not null`,
];

const TABLES = [
  `create table postal.cash_drawer (
     office_id uuid not null,
     holder_id uuid not null,
     kind text not null,
     holder_name text not null,
     held_vnd bigint not null,
     constraint "PK_cash_drawer" primary key (office_id, holder_id),
     constraint cash_drawer_office foreign key (office_id) references postal.office (id),
     constraint cash_drawer_kind check (kind in ('courier', 'office') and (kind = 'office') = (holder_id = office_id))
   )`,
  `create index cash_drawer_of_holder on postal.cash_drawer (holder_id)`,
  `insert into postal.cash_drawer (office_id, holder_id, kind, holder_name, held_vnd)
     select office_id, holder_id, 'courier', '', sum(amount_vnd) from postal.cod_entry where account = 'cash' group by office_id, holder_id`,
  `create table postal.cash_cap (
     id uuid not null,
     operator_id uuid not null,
     office_id uuid,
     kind text not null,
     limit_vnd bigint not null,
     valid_from date not null,
     valid_to date,
     basis text not null,
     constraint "PK_cash_cap" primary key (id),
     constraint cash_cap_operator foreign key (operator_id) references postal.operator (id),
     constraint cash_cap_office foreign key (office_id) references postal.office (id),
     constraint cash_cap_kind check (kind in ('courier', 'office')),
     constraint cash_cap_limit check (limit_vnd >= 0),
     constraint cash_cap_validity check (valid_to is null or valid_to > valid_from)
   )`,
  `create unique index cash_cap_of_office_once on postal.cash_cap (office_id, kind, valid_from)`,
  `create unique index cash_cap_of_operator_once on postal.cash_cap (operator_id, kind, valid_from) where office_id is null`,
  `create table postal.cash_count (
     id uuid not null,
     office_id uuid not null,
     holder_id uuid not null,
     holder_name text not null,
     kind text not null,
     counted_vnd bigint not null,
     counted_at timestamptz not null,
     state text not null,
     held_vnd bigint,
     closed_at timestamptz,
     closed_by uuid,
     closed_by_name text,
     constraint "PK_cash_count" primary key (id),
     constraint cash_count_office foreign key (office_id) references postal.office (id),
     constraint cash_count_kind check (kind in ('part', 'shift')),
     constraint cash_count_amount check (counted_vnd >= 0),
     constraint cash_count_state check (state in ('counted', 'confirmed', 'withdrawn') and (state = 'counted') = (closed_at is null)
       and (closed_at is null) = (closed_by is null) and (state = 'confirmed') = (held_vnd is not null)),
     constraint cash_count_second_person check (state <> 'confirmed' or closed_by <> holder_id)
   )`,
  `create unique index cash_count_open on postal.cash_count (office_id, holder_id) where state = 'counted'`,
  `create index cash_count_of_office on postal.cash_count (office_id, counted_at)`,
  `create table postal.cash_difference (
     count_id uuid not null,
     office_id uuid not null,
     holder_id uuid not null,
     amount_vnd bigint not null,
     reason text not null,
     recorded_at timestamptz not null,
     recorded_by uuid not null,
     constraint "PK_cash_difference" primary key (count_id),
     constraint cash_difference_count foreign key (count_id) references postal.cash_count (id),
     constraint cash_difference_office foreign key (office_id) references postal.office (id),
     constraint cash_difference_amount check (amount_vnd <> 0)
   )`,
  `create index cash_difference_of_office on postal.cash_difference (office_id, recorded_at)`,
  APPEND_ONLY('cash_difference'),
  `create table postal.cash_deposit (
     id uuid not null,
     office_id uuid not null,
     amount_vnd bigint not null,
     reference text not null,
     deposited_at timestamptz not null,
     deposited_by uuid not null,
     constraint "PK_cash_deposit" primary key (id),
     constraint cash_deposit_office foreign key (office_id) references postal.office (id),
     constraint cash_deposit_reference unique (office_id, reference),
     constraint cash_deposit_amount check (amount_vnd > 0)
   )`,
  APPEND_ONLY('cash_deposit'),
];

const GRANTS = [
  `grant select, insert, update on postal.cash_drawer, postal.cash_cap, postal.cash_count to choxa_postal`,
  `grant select, insert on postal.cash_difference, postal.cash_deposit to choxa_postal`,
];
