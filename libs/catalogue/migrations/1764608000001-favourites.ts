import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Favourites1764608000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table catalogue.favourite (
        account_id uuid not null,
        pack_id uuid not null,
        price_then_vnd bigint not null,
        added_at timestamptz not null,
        constraint "PK_favourite" primary key (account_id, pack_id),
        constraint favourite_of_pack foreign key (pack_id) references catalogue.pack (id)
      )`);
    await runner.query(`create index favourite_newest on catalogue.favourite (account_id, added_at, pack_id)`);
    await runner.query(`create index favourite_pack on catalogue.favourite (pack_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
