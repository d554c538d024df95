import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels a household asked the post to fetch, and what the post answered. */
export class PickUp1764606000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.pick_up (
        id uuid not null,
        household_id uuid not null,
        day date not null,
        half text not null,
        requested_at timestamptz not null,
        constraint "PK_pick_up" primary key (id),
        constraint pick_up_half check (half in ('morning', 'afternoon'))
      )`);
    await runner.query(`
      create table orders.pick_up_parcel (
        pick_up_id uuid not null,
        seller_order_id uuid not null,
        state text not null,
        reason text,
        constraint "PK_pick_up_parcel" primary key (pick_up_id, seller_order_id),
        constraint pick_up_parcel_pick_up foreign key (pick_up_id) references orders.pick_up (id),
        constraint pick_up_parcel_seller_order foreign key (seller_order_id) references orders.seller_order (id),
        constraint pick_up_parcel_state check (state in ('requested', 'accepted', 'declined')),
        constraint pick_up_parcel_reason check ((state = 'declined') = (reason is not null))
      )`);
    await runner.query(`create unique index pick_up_parcel_open on orders.pick_up_parcel (seller_order_id) where state <> 'declined'`);
    await runner.query(`create index pick_up_parcel_seller_order on orders.pick_up_parcel (seller_order_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
