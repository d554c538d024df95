import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far products come: on sale, with a label, sold, delivered. What was sold before says nothing of where it was handed over. */
export class Funnel1767005000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table audit.pack_offer (
     pack_id uuid not null,
     at timestamptz not null,
     until timestamptz,
     product_id uuid not null,
     province_code text,
     commune_code text,
     set_code text not null,
     service boolean not null,
     on_sale boolean not null,
     labelled boolean not null,
     constraint "PK_pack_offer" primary key (pack_id, at),
     constraint pack_offer_until check (until > at)
   )`,
  `create index pack_offer_product on audit.pack_offer (product_id)`,
  `create table audit.funnel_period (
     period text not null,
     version int not null,
     province_code text not null,
     commune_code text not null,
     set_code text not null,
     listed int not null,
     labelled int not null,
     sold int not null,
     delivered int not null,
     net_sold int not null,
     net_delivered int not null,
     constraint "PK_funnel_period" primary key (period, version, province_code, commune_code, set_code),
     constraint funnel_period_version check (version > 0),
     constraint funnel_period_steps check (listed >= labelled and labelled >= sold and sold >= delivered and delivered >= 0),
     constraint funnel_period_net check (
       sold >= net_sold and delivered >= net_delivered and net_sold >= net_delivered and net_delivered >= 0)
   )`,
  `alter table audit.traded_line add column to_address boolean`,
  `alter table audit.product_period add column address_lines int not null default 0, add column net_address_lines int not null default 0,
     add constraint product_period_address check (net_address_lines between 0 and address_lines and address_lines <= lines)`,
];
