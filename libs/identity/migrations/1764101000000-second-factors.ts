import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords and second factors of staff, and what a session knows of its device. Sessions that are open keep the rights of a phone. */
export class SecondFactors1764101000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.session
        add column assurance text not null default 'phone',
        add column user_agent text not null default '',
        add column last_seen_at timestamptz,
        add constraint session_assurance check (assurance in ('phone', 'second-factor'))`);
    await runner.query(`
      create table identity.credential (
        account_id uuid not null,
        password_hash text not null,
        set_at timestamptz not null,
        constraint "PK_credential" primary key (account_id),
        constraint credential_account foreign key (account_id) references identity.account (id)
      )`);
    await runner.query(`
      create table identity.second_factor (
        account_id uuid not null,
        secret text not null,
        last_step int not null,
        confirmed_at timestamptz not null,
        constraint "PK_second_factor" primary key (account_id),
        constraint second_factor_account foreign key (account_id) references identity.account (id)
      )`);
    await runner.query(`
      create table identity.second_factor_offer (
        account_id uuid not null,
        session_id uuid not null,
        secret text not null,
        expires_at timestamptz not null,
        constraint "PK_second_factor_offer" primary key (account_id),
        constraint second_factor_offer_account foreign key (account_id) references identity.account (id)
      )`);
    await runner.query(`
      create table identity.recovery_code (
        account_id uuid not null,
        code_hash text not null,
        used_at timestamptz,
        constraint "PK_recovery_code" primary key (account_id, code_hash),
        constraint recovery_code_account foreign key (account_id) references identity.account (id)
      )`);
    await runner.query(`
      create table identity.half_sign_in (
        token_hash text not null,
        account_id uuid not null,
        expires_at timestamptz not null,
        constraint "PK_half_sign_in" primary key (token_hash),
        constraint half_sign_in_account foreign key (account_id) references identity.account (id)
      )`);
    await runner.query(`
      create table identity.guess_count (
        phone text not null,
        kind text not null,
        tries int not null,
        locked_until timestamptz not null,
        last_at timestamptz not null,
        constraint "PK_guess_count" primary key (phone, kind),
        constraint guess_count_kind check (kind in ('password', 'factor')),
        constraint guess_count_tries check (tries > 0)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
