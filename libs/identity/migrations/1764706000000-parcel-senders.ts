import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Firms that post through a postal enterprise's API: a role over that operator. */
export class ParcelSenders1764706000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.role_grant
        drop constraint role_grant_role,
        add constraint role_grant_role check (role in ('household', 'clerk', 'courier', 'postal_manager', 'sender', 'official', 'admin'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
