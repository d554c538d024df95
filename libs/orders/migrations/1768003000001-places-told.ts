import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each parcel was handed over, and by which word of the post, so that a correction of it is followed. */
export class PlacesTold1768003000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.seller_order add column place_telling int');
    await runner.query('alter table orders.parcel add column to_address boolean, add column place_telling int');
    await runner.query(
      `update orders.parcel set to_address = part.to_address, place_telling = 1 from orders.seller_order part
        where part.id = parcel.seller_order_id and parcel.outcome = 'delivered' and part.to_address is not null`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
