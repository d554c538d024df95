import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Telephones of registers, and the calls that were made. */
export class RegisterCalls1766007002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table households.register_entry add phone text`);
    await runner.query(`
      create table households.register_call (
        id uuid not null,
        entry_id uuid not null,
        commune_code text not null,
        name_key text not null,
        outcome text not null,
        note text,
        called_at timestamptz not null,
        called_by uuid not null,
        constraint "PK_register_call" primary key (id),
        constraint register_call_entry foreign key (entry_id) references households.register_entry (id),
        constraint register_call_outcome check (outcome in ('will_sell', 'needs_help', 'no_answer', 'wrong_number', 'unwilling', 'other'))
      )`);
    await runner.query(`create index register_call_of_name on households.register_call (commune_code, name_key, called_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
