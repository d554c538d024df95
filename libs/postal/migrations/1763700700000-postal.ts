import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GRANTS, ROLE } from './role.js';
import { TABLES } from './tables.js';

export class Postal1763700700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLE);
    for (const statement of TABLES) await runner.query(statement);
    for (const statement of GRANTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
