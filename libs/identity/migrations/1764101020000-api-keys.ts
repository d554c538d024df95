import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys with which programs call the API in an account's name. */
export class ApiKeys1764101020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.api_key (
        id uuid not null,
        account_id uuid not null,
        name text not null,
        prefix text not null,
        key_hash text not null,
        policies text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint "PK_api_key" primary key (id),
        constraint api_key_hash unique (key_hash),
        constraint api_key_account foreign key (account_id) references identity.account (id)
      )`);
    await runner.query(`create index api_key_account_id on identity.api_key (account_id)`);
    await runner.query(`
      create table identity.api_key_grant (
        key_id uuid not null,
        role text not null,
        scope_kind text not null,
        scope_id text not null,
        constraint "PK_api_key_grant" primary key (key_id, role, scope_kind, scope_id),
        constraint api_key_grant_key foreign key (key_id) references identity.api_key (id)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
