import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lead times, open parcels of closed periods, and how many people live where. */
export class OpenFulfilmentPopulation1766003000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.fulfilment (
        seller_order_id uuid not null,
        province_code text not null,
        commune_code text not null,
        delivered_at timestamptz not null,
        to_hand_over_hours int not null,
        to_delivery_hours int not null,
        constraint "PK_fulfilment" primary key (seller_order_id),
        constraint fulfilment_hours check (to_hand_over_hours >= 0 and to_delivery_hours >= 0)
      )`);
    await runner.query(`
      create table audit.fulfilment_period (
        period text not null,
        version int not null,
        province_code text not null,
        commune_code text not null,
        to_hand_over_hours int not null,
        to_delivery_hours int not null,
        parcels int not null,
        constraint "PK_fulfilment_period" primary key (period, version, province_code, commune_code, to_hand_over_hours, to_delivery_hours),
        constraint fulfilment_period_parcels check (parcels >= 0),
        constraint fulfilment_period_version check (version >= 0)
      )`);
    await runner.query(`
      create table audit.open_period (
        period text not null,
        version int not null,
        province_code text not null,
        commune_code text not null,
        operator_code text not null,
        band text not null,
        parcels int not null,
        constraint "PK_open_period" primary key (period, version, province_code, commune_code, operator_code, band),
        constraint open_period_parcels check (parcels > 0),
        constraint open_period_version check (version > 0)
      )`);
    await runner.query(`
      create table audit.population (
        place_code text not null,
        valid_from date not null,
        valid_to date,
        people int not null,
        basis text not null,
        constraint "PK_population" primary key (place_code, valid_from),
        constraint population_people check (people > 0),
        constraint population_validity check (valid_to is null or valid_to > valid_from)
      )`);
    await runner.query(`
      create table audit.population_period (
        period text not null,
        version int not null,
        place_code text not null,
        people int not null,
        constraint "PK_population_period" primary key (period, version, place_code),
        constraint population_period_people check (people > 0),
        constraint population_period_version check (version > 0)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
