import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each parcel that is announced asks for the offices of two communes; an operator has thousands of them. */
export class OfficesByCommune1765008000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index office_of_commune on postal.office (operator_id, commune_code)');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
