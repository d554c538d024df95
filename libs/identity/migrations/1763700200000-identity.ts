import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1763700200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.account (
        id uuid not null,
        phone text not null,
        name text not null,
        disabled_at timestamptz,
        created_at timestamptz not null,
        constraint "PK_account" primary key (id),
        constraint account_phone unique (phone)
      )`);
    await runner.query(`
      create table identity.role_grant (
        account_id uuid not null,
        role text not null,
        scope_kind text not null,
        scope_id text not null,
        label text,
        created_at timestamptz not null,
        constraint "PK_role_grant" primary key (account_id, role, scope_kind, scope_id),
        constraint role_grant_account foreign key (account_id) references identity.account (id),
        constraint role_grant_role check (role in ('household', 'clerk', 'courier', 'official', 'admin')),
        constraint role_grant_scope_kind check (scope_kind in ('household', 'office', 'operator', 'commune', 'province', 'nation'))
      )`);
    await runner.query(`
      create table identity.one_time_code (
        id bigint generated always as identity,
        phone text not null,
        purpose text not null,
        salt text not null,
        code_hash text not null,
        tries int not null,
        sent_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint "PK_one_time_code" primary key (id),
        constraint one_time_code_tries check (tries between 0 and 5)
      )`);
    await runner.query(`create index one_time_code_newest on identity.one_time_code (phone, purpose, id)`);
    await runner.query(`
      create table identity.session (
        id uuid not null,
        account_id uuid not null,
        token_hash text not null,
        opened_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        constraint "PK_session" primary key (id),
        constraint session_token_hash unique (token_hash),
        constraint session_account foreign key (account_id) references identity.account (id)
      )`);
    await runner.query(`create index session_account_id on identity.session (account_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
