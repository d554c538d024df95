import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BarcodeChecks1764108000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labelling.barcode_check (
        lot_id uuid not null,
        number text not null,
        checked_at timestamptz not null,
        constraint "PK_barcode_check" primary key (lot_id, number),
        constraint barcode_check_number check (number ~ '^[0-9]{14}$')
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
