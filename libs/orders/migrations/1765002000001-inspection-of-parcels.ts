import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels announced before the household was asked may not be looked into: their labels say so. */
export class InspectionOfParcels1765002000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.seller_order add column inspection boolean not null default false');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
