import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a buyer of food asks: how to keep it, and what is in it that people react to. */
export class FoodFacts1764105000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table catalogue.product add column storage_advice text, add column allergens text[]');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
