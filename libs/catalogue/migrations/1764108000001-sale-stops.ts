import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SaleStops1764108000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table catalogue.sale_stop (
        pack_id uuid not null,
        cause text not null,
        stopped_at timestamptz not null,
        constraint "PK_sale_stop" primary key (pack_id, cause),
        constraint sale_stop_pack_fk foreign key (pack_id) references catalogue.pack (id) on delete cascade
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
