import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Labelling1763700500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labelling.barcode (
        id uuid not null,
        pack_id uuid not null,
        household_id uuid not null,
        kind text not null,
        number text not null,
        state text not null,
        allotted_at timestamptz not null,
        allotted_by uuid not null,
        replaced_at timestamptz,
        constraint "PK_barcode" primary key (id),
        constraint barcode_number unique (number),
        constraint barcode_kind check (kind in ('gtin', 'internal')),
        constraint barcode_state check (state in ('current', 'replaced')),
        constraint barcode_replaced_at check ((state = 'replaced') = (replaced_at is not null)),
        constraint barcode_digits check (number ~ '^[0-9]{14}$'),
        constraint barcode_internal_range check ((kind = 'internal') = (number like '004%'))
      )`);
    await runner.query(`create unique index barcode_current on labelling.barcode (pack_id) where state = 'current'`);
    await runner.query(`create index barcode_pack on labelling.barcode (pack_id, allotted_at)`);
    // Allots the platform's own numbers: a sequence never gives one twice, whatever rolls back.
    await runner.query(`create sequence labelling.internal_number as bigint minvalue 1 maxvalue 9999999999 no cycle`);
    await runner.query(`
      create table labelling.company_prefix (
        household_id uuid not null,
        prefix text not null,
        declared_at timestamptz not null,
        declared_by uuid not null,
        constraint "PK_company_prefix" primary key (household_id, prefix)
      )`);
    await runner.query(`
      create table labelling.lot (
        id uuid not null,
        pack_id uuid not null,
        household_id uuid not null,
        code text not null,
        produced_on date not null,
        produced_kind text not null,
        expires_on date,
        commune_code text,
        place jsonb,
        place_text text,
        quantity int,
        trace_code text not null,
        made_at timestamptz not null,
        made_by uuid not null,
        constraint "PK_lot" primary key (id),
        constraint lot_code unique (pack_id, code),
        constraint lot_trace_code unique (trace_code),
        constraint lot_produced_kind check (produced_kind in ('harvest', 'production')),
        constraint lot_expiry check (expires_on >= produced_on),
        constraint lot_quantity check (quantity > 0)
      )`);
    await runner.query(`create index lot_newest on labelling.lot (pack_id, produced_on, made_at)`);
    await runner.query(`create index lot_expiring on labelling.lot (expires_on)`);
    await runner.query(`
      create table labelling.trace_event (
        id uuid not null,
        lot_id uuid not null,
        step text not null,
        occurred_at timestamptz not null,
        time_zone_offset text not null,
        place jsonb,
        note text,
        recorded_at timestamptz not null,
        recorded_by uuid not null,
        constraint "PK_trace_event" primary key (id),
        constraint trace_event_lot_fk foreign key (lot_id) references labelling.lot (id),
        constraint trace_event_step check (step in ('growing', 'harvesting', 'processing', 'packing', 'shipping')),
        constraint trace_event_offset check (time_zone_offset ~ '^[+-][0-9]{2}:[0-9]{2}$')
      )`);
    await runner.query(`create index trace_event_lot on labelling.trace_event (lot_id, occurred_at)`);
    await runner.query(`
      create function labelling.refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% of %.% is refused: rows are only added', tg_op, tg_table_schema, tg_table_name; end $$`);
    await runner.query(`
      create trigger trace_event_append_only before update or delete or truncate on labelling.trace_event
      for each statement execute function labelling.refuse_change()`);
    await runner.query(`
      create trigger barcode_kept before delete or truncate on labelling.barcode
      for each statement execute function labelling.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
