import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Trail1764102000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.trail_entry (
        id bigint generated always as identity,
        at timestamptz not null,
        actor_kind text not null,
        account_id uuid,
        session_id text,
        on_behalf_of uuid,
        delegation_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        details jsonb not null,
        sequence bigint,
        previous_hash text,
        hash text,
        constraint "PK_trail_entry" primary key (id),
        constraint trail_entry_sequence unique (sequence),
        constraint trail_entry_actor check ((actor_kind = 'account') = (account_id is not null) and actor_kind in ('account', 'guest', 'system')),
        constraint trail_entry_delegated check ((on_behalf_of is null) = (delegation_id is null)),
        constraint trail_entry_chained check ((sequence is null) = (hash is null) and (sequence is null) = (previous_hash is null))
      )`);
    await runner.query(`create index trail_entry_unchained on platform.trail_entry (id) where sequence is null`);
    await runner.query(`create index trail_entry_on_behalf on platform.trail_entry (on_behalf_of, id) where on_behalf_of is not null`);
    await runner.query(`create index trail_entry_subject on platform.trail_entry (subject_kind, subject_id, id)`);
    await runner.query(`
      create function platform.trail_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit trail is append-only' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`
      create trigger trail_entry_facts_stay before update of id, at, actor_kind, account_id, session_id, on_behalf_of, delegation_id, action,
        subject_kind, subject_id, details on platform.trail_entry for each row execute function platform.trail_stays()`);
    await runner.query(`
      create trigger trail_entry_chained_stays before update on platform.trail_entry for each row
        when (old.sequence is not null) execute function platform.trail_stays()`);
    await runner.query(`
      create trigger trail_entry_is_kept before delete or truncate on platform.trail_entry
        for each statement execute function platform.trail_stays()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
