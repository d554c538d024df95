import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1763700800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.traded_line (
        line_id uuid not null,
        seller_order_id uuid not null,
        product_id uuid not null,
        product_name text not null,
        pack_id uuid not null,
        household_id uuid not null,
        household_name text not null,
        commune_code text not null,
        commune_name text not null,
        province_code text not null,
        province_name text not null,
        set_code text not null,
        service boolean not null,
        delivered_at timestamptz not null,
        quantity int not null,
        amount_vnd bigint not null,
        label jsonb not null,
        compliant boolean not null,
        brand_ok boolean not null,
        barcode_ok boolean not null,
        origin_ok boolean not null,
        barcode_kind text,
        checked_by_person boolean not null,
        buyer_account_id uuid,
        buyer_phone_hash text not null,
        returned_at timestamptz,
        constraint "PK_traded_line" primary key (line_id),
        constraint traded_line_quantity check (quantity > 0),
        constraint traded_line_amount check (amount_vnd >= 0),
        constraint traded_line_compliant check (compliant = (label ->> 'compliant')::boolean),
        constraint traded_line_barcode_kind check (barcode_kind in ('gtin', 'internal'))
      )`);
    await runner.query(`create index traded_line_delivered on audit.traded_line (delivered_at, line_id)`);
    await runner.query(`create index traded_line_province on audit.traded_line (province_code, delivered_at, line_id)`);
    await runner.query(`create index traded_line_seller_order on audit.traded_line (seller_order_id)`);
    await runner.query(`
      create table audit.line_return (
        line_id uuid not null,
        returned_at timestamptz not null,
        constraint "PK_line_return" primary key (line_id)
      )`);
    await runner.query(`
      create table audit.closed_parcel (
        operator_code text not null,
        number text not null,
        closed_at timestamptz not null,
        outcome text not null,
        delivery_place text,
        province_code text not null,
        commune_code text not null,
        attempts int not null,
        constraint "PK_closed_parcel" primary key (operator_code, number, closed_at),
        constraint closed_parcel_outcome check (outcome in ('EMI', 'RTD', 'lost', 'destroyed')),
        constraint closed_parcel_delivery_place check (
          delivery_place is null
          or (outcome = 'EMI' and delivery_place in ('address', 'shared_box', 'pickup_point', 'service_point', 'other_as_requested'))
        ),
        constraint closed_parcel_attempts check (attempts >= 0)
      )`);
    await runner.query(`create index closed_parcel_closed on audit.closed_parcel (closed_at)`);
    await runner.query(`create index closed_parcel_province on audit.closed_parcel (province_code, closed_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
