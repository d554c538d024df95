import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places of delivery that the post corrected after the delivery was told. */
export class CorrectedPlaces1768003000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table audit.corrected_place (
         seller_order_id uuid not null,
         to_address boolean,
         telling int not null,
         constraint "PK_corrected_place" primary key (seller_order_id)
       )`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
