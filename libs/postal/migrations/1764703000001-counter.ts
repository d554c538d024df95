import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the counter keeps of a parcel: whether the goods may be looked at, what its postage is, and what was paid for it there. */
export class Counter1764703000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table postal.parcel
        add column inspection boolean not null default false,
        add column postage_vnd bigint,
        add constraint parcel_postage check (postage_vnd >= 0)`);
    await runner.query(`
      create table postal.counter_payment (
        parcel_number text not null,
        office_id uuid not null,
        amount_vnd bigint not null,
        taken_by uuid not null,
        taken_at timestamptz not null,
        constraint "PK_counter_payment" primary key (parcel_number),
        constraint counter_payment_parcel foreign key (parcel_number) references postal.parcel (number),
        constraint counter_payment_to_office foreign key (office_id) references postal.office (id),
        constraint counter_payment_amount check (amount_vnd > 0)
      )`);
    await runner.query(`
      create trigger counter_payment_append_only before update or delete on postal.counter_payment
        for each row execute function postal.refuse_change()`);
    await runner.query('create index counter_payment_of_office on postal.counter_payment (office_id, taken_at)');
    await runner.query('grant select, insert on postal.counter_payment to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
