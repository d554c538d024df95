import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of cartons, and the next free number inside a company prefix. */
export class Cartons1764107010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labelling.prefix_counter (
        prefix text not null,
        next_reference bigint not null,
        constraint "PK_prefix_counter" primary key (prefix),
        constraint prefix_counter_next check (next_reference >= 0)
      )`);
    await runner.query(`
      create table labelling.carton (
        id uuid not null,
        pack_id uuid not null,
        household_id uuid not null,
        number text not null,
        packs_inside int not null,
        state text not null,
        made_at timestamptz not null,
        made_by uuid not null,
        replaced_at timestamptz,
        constraint "PK_carton" primary key (id),
        constraint carton_number unique (number),
        constraint carton_digits check (number ~ '^[1-8][0-9]{13}$'),
        constraint carton_packs check (packs_inside between 2 and 10000),
        constraint carton_state check (state in ('current', 'replaced')),
        constraint carton_replaced_at check ((state = 'replaced') = (replaced_at is not null))
      )`);
    await runner.query(`create index carton_pack on labelling.carton (pack_id, made_at)`);
    await runner.query(`
      create trigger carton_kept before delete or truncate on labelling.carton
      for each statement execute function labelling.refuse_change()`);
    // A number is one thing, a pack or a carton. Whoever reaches for it waits for the other, so neither can overlook it.
    await runner.query(`
      create function labelling.refuse_second_use() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('labelling.number:' || new.number, 0));
        if exists (select from labelling.barcode where number = new.number and tg_table_name <> 'barcode')
          or exists (select from labelling.carton where number = new.number and tg_table_name <> 'carton') then
          raise unique_violation using message = new.number || ' is given already', constraint = 'number_once';
        end if;
        return new;
      end $$`);
    for (const table of ['barcode', 'carton'])
      await runner.query(`
        create trigger ${table}_number_once before insert on labelling.${table}
        for each row execute function labelling.refuse_second_use()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
