import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProductSheets1764109001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table catalogue.product_sheet (
        id uuid not null,
        household_id uuid not null,
        file_name text not null,
        ignored_columns text[] not null,
        rows int not null,
        good_rows int not null,
        state text not null,
        sent_by uuid not null,
        sent_at timestamptz not null,
        done_at timestamptz,
        constraint "PK_product_sheet" primary key (id),
        constraint product_sheet_state check (state in ('previewed', 'importing', 'done')),
        constraint product_sheet_rows check (good_rows between 0 and rows),
        constraint product_sheet_done_at check ((state = 'done') = (done_at is not null))
      )`);
    await runner.query(`create index product_sheet_household on catalogue.product_sheet (household_id, sent_at, id)`);
    await runner.query(`
      create table catalogue.product_sheet_row (
        sheet_id uuid not null,
        row int not null,
        cells jsonb not null,
        faults jsonb not null,
        pack jsonb,
        outcome text,
        product_id uuid,
        constraint "PK_product_sheet_row" primary key (sheet_id, row),
        constraint product_sheet_row_sheet_fk foreign key (sheet_id) references catalogue.product_sheet (id) on delete cascade,
        constraint product_sheet_row_reading check ((pack is null) = (jsonb_array_length(faults) > 0)),
        constraint product_sheet_row_outcome check (outcome is null or (outcome in ('created', 'updated', 'same') and pack is not null))
      )`);
    await runner.query(
      `create index product_sheet_row_waiting on catalogue.product_sheet_row (sheet_id, row) where pack is not null and outcome is null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
