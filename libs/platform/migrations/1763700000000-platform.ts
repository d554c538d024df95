import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists unaccent schema public`);
    await runner.query(`create extension if not exists pg_trgm schema public`);
    // The same fold as standards' fold(): accents off, đ → d, lower case; immutable so that indexes may carry it.
    await runner.query(`
      create function platform.vn_fold(value text) returns text language sql immutable parallel safe strict as
      $$ select lower(public.unaccent('public.unaccent', normalize(value, NFC))) $$`);
    await runner.query(`
      create table platform.inbox (
        event_id uuid not null,
        handler text not null,
        handled_at timestamptz not null default now(),
        constraint "PK_inbox" primary key (event_id, handler)
      )`);
    await runner.query(`create index inbox_handled_at on platform.inbox (handled_at)`);
    await runner.query(`
      create table platform.idempotency (
        owner text not null,
        route text not null,
        key text not null,
        body_hash text not null,
        answer text,
        created_at timestamptz not null,
        constraint "PK_idempotency" primary key (owner, route, key)
      )`);
    await runner.query(`create index idempotency_created_at on platform.idempotency (created_at)`);
    await runner.query(`
      create table platform.message (
        id uuid not null,
        recipient text not null,
        channel text not null,
        template text not null,
        body text not null,
        sent_at timestamptz not null,
        constraint "PK_message" primary key (id)
      )`);
    await runner.query(`create index message_sent_at on platform.message (sent_at, id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
