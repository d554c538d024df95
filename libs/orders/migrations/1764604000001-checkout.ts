import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Carts of accounts, lots allotted to lines, the recipient's choices, and limits on cash on delivery. */
export class Checkout1764604000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.cart add column account_id uuid, add column verified_phone text');
    await runner.query('create unique index cart_account on orders.cart (account_id)');
    await runner.query('create index cart_verified_phone on orders.cart (verified_phone)');
    await runner.query(`
      alter table orders."order"
        add column office_code text,
        add column office_name text,
        add column gift boolean not null default false,
        add column digital_address text,
        add column latitude double precision,
        add column longitude double precision,
        add constraint order_office check ((office_code is null) = (office_name is null)),
        add constraint order_digital_address check (digital_address ~ '^[0-9]{5}[0-9A-Z]{7}$'),
        add constraint order_point check ((latitude is null) = (longitude is null)
          and latitude between -90 and 90 and longitude between -180 and 180)`);
    await runner.query('create index order_phone on orders."order" (phone, placed_at)');
    await runner.query('alter index orders.order_line_lot rename to order_line_label_lot');
    await runner.query(`
      create table orders.order_line_lot (
        order_line_id uuid not null,
        lot_id uuid not null,
        lot_code text not null,
        quantity int not null,
        source text not null,
        constraint "PK_order_line_lot" primary key (order_line_id, source, lot_id),
        constraint order_line_lot_of_line foreign key (order_line_id) references orders.order_line (id),
        constraint order_line_lot_quantity check (quantity > 0),
        constraint order_line_lot_source check (source in ('allotted', 'packed'))
      )`);
    await runner.query('create index order_line_lot_lot on orders.order_line_lot (lot_id)');
    await runner.query(`
      create table orders.order_limit (
        rule text not null,
        valid_from date not null,
        valid_to date,
        value bigint not null,
        basis text not null,
        constraint "PK_order_limit" primary key (rule, valid_from),
        constraint order_limit_value check (value >= 0),
        constraint order_limit_validity check (valid_to >= valid_from)
      )`);
    await runner.query(`
      insert into orders.order_limit (rule, value, valid_from, basis)
      select rule, value, date '2026-01-01', 'Quy chế hoạt động sàn Chợ Xã' from (values
        ('unverified-open-orders', 2), ('unverified-open-vnd', 3000000), ('known-after-deliveries', 1),
        ('open-orders-new', 5), ('open-orders-known', 20), ('refusal-days', 180), ('refusals', 3)) as rules (rule, value)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
