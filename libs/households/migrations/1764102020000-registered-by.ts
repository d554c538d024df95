import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegisteredBy1764102020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table households.household add column registered_by uuid`);
    await runner.query(`update households.household set registered_by = created_by where created_by is not null`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
