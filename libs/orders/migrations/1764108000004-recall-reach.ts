import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecallReach1764108000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.recall_reach (
        recall_id uuid not null,
        seller_order_id uuid not null,
        packs int not null,
        told_at timestamptz not null,
        constraint "PK_recall_reach" primary key (recall_id, seller_order_id)
      )`);
    await runner.query(`create index recall_reach_seller_order on orders.recall_reach (seller_order_id)`);
    await runner.query(`create index order_line_lot on orders.order_line ((label ->> 'lotId'))`);
    await runner.query(`create index order_line_pack on orders.order_line (pack_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
