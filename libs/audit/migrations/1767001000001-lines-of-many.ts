import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines of a page are found without reading all products and all lines of the period. */
export class LinesOfMany1767001000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index product_period_many on audit.product_period (period, version, product_id) where sole and not service and buyers >= 5',
    );
    await runner.query('create index traded_line_failing on audit.traded_line (delivered_at, line_id) where not compliant');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
