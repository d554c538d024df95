import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BANKS } from './banks-of-2026.js';

/** Papers of a household, and where its money goes. */
export class DocumentsPayout1764103100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table households.document (
        id uuid not null,
        household_id uuid not null,
        kind text not null,
        set_code text,
        number text not null,
        issued_on date,
        expires_on date,
        file_key text not null,
        file_type text not null,
        file_bytes int not null,
        added_at timestamptz not null,
        added_by uuid not null,
        seen_at timestamptz,
        seen_by uuid,
        refused_at timestamptz,
        refused_by uuid,
        refusal text,
        removed_at timestamptz,
        expiry_told_at timestamptz,
        constraint "PK_document" primary key (id),
        constraint document_household foreign key (household_id) references households.household (id),
        constraint document_kind check (kind in ('gs1_prefix', 'licence', 'brand_licence', 'recognition', 'identity')),
        constraint document_set check ((kind = 'licence') = (set_code is not null)),
        constraint document_type check (file_type in ('application/pdf', 'image/webp')),
        constraint document_days check (expires_on >= issued_on),
        constraint document_one_verdict check (seen_at is null or refused_at is null)
      )`);
    await runner.query(`create index document_of_household on households.document (household_id) where removed_at is null`);
    await runner.query(
      `create index document_expiry on households.document (expires_on) where removed_at is null and expiry_told_at is null`,
    );
    await runner.query(`
      create table households.bank (
        bin text not null,
        valid_from date not null,
        valid_to date,
        short_name text not null,
        name text not null,
        basis text not null,
        constraint "PK_bank" primary key (bin, valid_from),
        constraint bank_bin check (bin ~ '^[0-9]{6}$'),
        constraint bank_period check (valid_to is null or valid_to >= valid_from)
      )`);
    for (const [bin, shortName, name] of BANKS)
      await runner.query(
        `insert into households.bank (bin, valid_from, short_name, name, basis) values ($1, '2022-01-01', $2, $3, 'NAPAS, VietQR: mã BIN của ngân hàng / bank BINs')`,
        [bin, shortName, name],
      );
    await runner.query(`
      create table households.payout_account (
        id uuid not null,
        household_id uuid not null,
        bank_bin text not null,
        bank_name text not null,
        account_number text not null,
        holder_name text not null,
        asked_at timestamptz not null,
        asked_by uuid not null,
        effective_at timestamptz not null,
        cancelled_at timestamptz,
        cancelled_by uuid,
        constraint "PK_payout_account" primary key (id),
        constraint payout_account_household foreign key (household_id) references households.household (id),
        constraint payout_account_number check (account_number ~ '^[0-9A-Z]{4,19}$'),
        constraint payout_account_delay check (effective_at >= asked_at + interval '24 hours'),
        constraint payout_account_cancelled check ((cancelled_at is null) = (cancelled_by is null) and cancelled_at < effective_at)
      )`);
    await runner.query(`create index payout_account_of_household on households.payout_account (household_id, effective_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
