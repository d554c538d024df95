import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels a sender asks to be fetched. */
export class Pickups1764606000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.pickup (
        id uuid not null,
        pickup_reference text not null,
        office_id uuid not null,
        sender_name text not null,
        sender_phone text not null,
        sender_street text not null,
        sender_commune_name text not null,
        day date not null,
        half text not null,
        note text,
        state text not null,
        reason text,
        requested_at timestamptz not null,
        answered_at timestamptz,
        constraint "PK_pickup" primary key (id),
        constraint pickup_once unique (pickup_reference, office_id),
        constraint pickup_office foreign key (office_id) references postal.office (id),
        constraint pickup_half check (half in ('morning', 'afternoon')),
        constraint pickup_state check (state in ('requested', 'accepted', 'declined')),
        constraint pickup_answered check ((state = 'requested') = (answered_at is null) and (state = 'declined') = (reason is not null))
      )`);
    await runner.query(`create index pickup_of_office on postal.pickup (office_id, day)`);
    await runner.query(`
      create table postal.pickup_parcel (
        pickup_id uuid not null,
        parcel_number text not null,
        constraint "PK_pickup_parcel" primary key (pickup_id, parcel_number),
        constraint pickup_parcel_pickup foreign key (pickup_id) references postal.pickup (id),
        constraint pickup_parcel_parcel foreign key (parcel_number) references postal.parcel (number)
      )`);
    await runner.query(`grant select, insert, update on postal.pickup to choxa_postal`);
    await runner.query(`grant select, insert on postal.pickup_parcel to choxa_postal`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
