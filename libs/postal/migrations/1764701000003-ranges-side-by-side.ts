import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ranges of an operator with other letters may begin with the same serial. */
export class RangesSideBySide1764701000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index postal.number_range_of_operator`);
    await runner.query(`create index number_range_of_operator on postal.number_range (operator_id, serial_from)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
