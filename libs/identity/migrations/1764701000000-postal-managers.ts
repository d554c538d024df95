import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Managers of postal enterprises: a role over an operator. */
export class PostalManagers1764701000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.role_grant
        drop constraint role_grant_role,
        add constraint role_grant_role check (role in ('household', 'clerk', 'courier', 'postal_manager', 'official', 'admin'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
