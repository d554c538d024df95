import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goods that senders hand over to be kept and packed by the post. */
export class Warehouse1764707000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table postal.goods_owner (
    id uuid not null,
    office_id uuid not null,
    phone text not null,
    name text not null,
    constraint "PK_goods_owner" primary key (id),
    constraint goods_owner_of_office unique (office_id, phone),
    constraint goods_owner_office foreign key (office_id) references postal.office (id)
  )`,
  `create table postal.stored_goods (
    id uuid not null,
    owner_id uuid not null,
    code14 text not null,
    lot_code text not null,
    place text not null,
    description text not null,
    expires_on date,
    on_hand int not null,
    reserved int not null default 0,
    received_at timestamptz not null,
    constraint "PK_stored_goods" primary key (id),
    constraint stored_goods_once unique (owner_id, code14, lot_code, place),
    constraint stored_goods_owner foreign key (owner_id) references postal.goods_owner (id),
    constraint stored_goods_code check (code14 ~ '^[0-9]{14}$'),
    constraint stored_goods_units check (reserved >= 0 and on_hand >= reserved)
  )`,
  `create table postal.goods_movement (
    id uuid not null,
    goods_id uuid not null,
    kind text not null,
    units int not null,
    parcel_number text,
    reason text,
    moved_by uuid not null,
    moved_at timestamptz not null,
    constraint "PK_goods_movement" primary key (id),
    constraint goods_movement_goods foreign key (goods_id) references postal.stored_goods (id),
    constraint goods_movement_of_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint goods_movement_kind check (kind in ('received', 'moved', 'packed', 'put_back', 'given_back', 'counted')),
    constraint goods_movement_units check (units <> 0),
    constraint goods_movement_parcel check ((parcel_number is not null) = (kind in ('packed', 'put_back'))),
    constraint goods_movement_reason check ((reason is not null) = (kind = 'counted'))
  )`,
  `create index goods_movement_of_goods on postal.goods_movement (goods_id, moved_at)`,
  `create trigger goods_movement_append_only before update or delete on postal.goods_movement
     for each row execute function postal.refuse_change()`,
  `create table postal.pick (
    id uuid not null,
    parcel_number text not null,
    state text not null,
    started_by uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    constraint "PK_pick" primary key (id),
    constraint pick_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint pick_state check (state in ('open', 'packed', 'put_back')),
    constraint pick_ended check ((state = 'open') = (ended_at is null))
  )`,
  `create unique index pick_of_parcel on postal.pick (parcel_number) where state <> 'put_back'`,
  `create table postal.pick_line (
    pick_id uuid not null,
    goods_id uuid not null,
    units int not null,
    constraint "PK_pick_line" primary key (pick_id, goods_id),
    constraint pick_line_pick foreign key (pick_id) references postal.pick (id),
    constraint pick_line_goods foreign key (goods_id) references postal.stored_goods (id),
    constraint pick_line_units check (units > 0)
  )`,
  `grant select, insert, update on postal.goods_owner, postal.stored_goods, postal.pick to choxa_postal`,
  `grant select, insert on postal.goods_movement, postal.pick_line to choxa_postal`,
];
