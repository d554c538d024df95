import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedAddresses1764608000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.saved_address (
        id uuid not null,
        account_id uuid not null,
        label text not null,
        recipient_name text not null,
        phone text not null,
        commune_code text not null,
        commune_name text not null,
        province_name text not null,
        street text not null,
        digital_address text,
        is_default boolean not null,
        saved_at timestamptz not null,
        changed_at timestamptz not null,
        constraint "PK_saved_address" primary key (id),
        constraint saved_address_digital check (digital_address ~ '^[0-9]{5}[0-9A-Z]{7}$')
      )`);
    await runner.query(`create index saved_address_account on orders.saved_address (account_id, saved_at)`);
    await runner.query(`create unique index saved_address_default on orders.saved_address (account_id) where is_default`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
