import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What else lies in drawers: postage taken at counters, and shortages that were made good. Limits of single couriers; notes by value. The new
 * checks are wider than the old ones.
 */
export class DrawerMoney1765006000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ENTRIES, ...COUNTER_MONEY, ...LIMITS, ...REPAYMENTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const ENTRIES = [
  `alter table postal.cod_entry
     drop constraint cod_entry_step,
     add constraint cod_entry_step check (step in
       ('due', 'collected', 'cancelled', 'remitted', 'handed_over', 'deposited', 'counter', 'repaid', 'reversed')) not valid,
     drop constraint cod_entry_of_parcel,
     add constraint cod_entry_of_parcel check
       (step = 'counter' or (step in ('handed_over', 'deposited', 'repaid')) = (parcel_number is null)) not valid`,
  `alter table postal.cod_entry validate constraint cod_entry_step, validate constraint cod_entry_of_parcel`,
];

// What was paid at counters before has lain in their drawers unbooked.
const COUNTER_MONEY = [
  `insert into postal.cash_drawer (office_id, holder_id, kind, holder_name, held_vnd)
     select office_id, office_id, 'office', '', sum(amount_vnd) from postal.counter_payment group by office_id
     on conflict (office_id, holder_id) do update set held_vnd = cash_drawer.held_vnd + excluded.held_vnd`,
  `with paid as (select gen_random_uuid() as journal_id, counter_payment.* from postal.counter_payment)
   insert into postal.cod_entry (id, journal_id, parcel_number, step, account, holder_id, office_id, amount_vnd, booked_at, round)
     select gen_random_uuid(), journal_id, parcel_number, 'counter', account, holder_id, office_id, amount * amount_vnd, taken_at, 0
       from paid cross join lateral (values ('office_cash', office_id, 1), ('postage', null::uuid, -1)) as side (account, holder_id, amount)`,
];

const LIMITS = [
  `alter table postal.cash_cap
     add column holder_id uuid,
     add constraint cash_cap_holder check (holder_id is null or kind = 'courier' and office_id is null)`,
  `drop index postal.cash_cap_of_operator_once`,
  `create unique index cash_cap_of_operator_once on postal.cash_cap (operator_id, kind, valid_from) where office_id is null and holder_id is null`,
  `create unique index cash_cap_of_holder_once on postal.cash_cap (operator_id, holder_id, valid_from) where holder_id is not null`,
  `alter table postal.cash_count add column notes jsonb`,
];

const REPAYMENTS = [
  `create table postal.shortage_repayment (
     id uuid not null,
     office_id uuid not null,
     holder_id uuid not null,
     amount_vnd bigint not null,
     way text not null,
     state text not null,
     asked_by uuid not null,
     asked_by_name text not null,
     asked_at timestamptz not null,
     closed_by uuid,
     closed_at timestamptz,
     constraint "PK_shortage_repayment" primary key (id),
     constraint shortage_repayment_office foreign key (office_id) references postal.office (id),
     constraint shortage_repayment_amount check (amount_vnd > 0),
     constraint shortage_repayment_way check (way in ('cash', 'wages')),
     constraint shortage_repayment_state check (state in ('asked', 'confirmed', 'withdrawn') and (state = 'asked') = (closed_at is null)
       and (closed_at is null) = (closed_by is null)),
     constraint shortage_repayment_second_person check (state <> 'confirmed' or closed_by <> asked_by)
   )`,
  `create unique index shortage_repayment_open on postal.shortage_repayment (office_id, holder_id) where state = 'asked'`,
  `grant select, insert, update on postal.shortage_repayment to choxa_postal`,
];
