import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seller order may go in several parcels. A parcel that comes back is named in its return, since there may be more than one. */
export class DividedParcels1765002000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  'alter table orders.seller_order add column operator_code text',
  `create table orders.parcel (
    id uuid not null,
    seller_order_id uuid not null,
    position int not null,
    weight_grams int not null,
    goods_vnd bigint not null,
    postage_vnd bigint not null,
    cod_vnd bigint not null,
    number text,
    state text,
    state_at timestamptz,
    accepted_at timestamptz,
    outcome text,
    ended_at timestamptz,
    constraint "PK_parcel" primary key (id),
    constraint parcel_of_seller_order foreign key (seller_order_id) references orders.seller_order (id),
    constraint parcel_position unique (seller_order_id, position),
    constraint parcel_number unique (number),
    constraint parcel_positions check (position between 1 and 10),
    constraint parcel_weight check (weight_grams > 0),
    constraint parcel_money check (goods_vnd >= 0 and postage_vnd >= 0 and cod_vnd in (0, goods_vnd + postage_vnd)),
    constraint parcel_outcome check (outcome in ('delivered', 'returned') and (outcome is null) = (ended_at is null))
  )`,
  `create table orders.parcel_line (
    parcel_id uuid not null,
    line_id uuid not null,
    quantity int not null,
    constraint "PK_parcel_line" primary key (parcel_id, line_id),
    constraint parcel_line_parcel foreign key (parcel_id) references orders.parcel (id),
    constraint parcel_line_line foreign key (line_id) references orders.order_line (id),
    constraint parcel_line_quantity check (quantity > 0)
  )`,
  'create index parcel_line_of_line on orders.parcel_line (line_id)',
  'alter table orders.return_case add column refused_parcel_id uuid',
  // The rest of a parcel taken in part has a number of its own.
  'update orders.return_case set refused_parcel_id = case when parcel_number is null then seller_order_id else id end where reason is null',
  'drop index orders.return_case_refused_parcel',
  `create unique index return_case_refused_parcel on orders.return_case (refused_parcel_id)`,
  'alter table orders.return_case add constraint return_case_refused check ((reason is null) = (refused_parcel_id is not null))',
];
