import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index had the name of the foreign key beside it, which the look for drift takes for one thing. */
export class PickUpIndex1764606000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter index orders.pick_up_parcel_seller_order rename to pick_up_parcel_of_seller_order');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
