import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Random samples of traded products, and what inspectors found of them. Nothing of it is ever changed: the tables refuse. */
export class Samples1766006000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const appendOnly = (table: string) =>
  `create trigger ${table}_append_only before update or delete on audit.${table} for each row execute function audit.refuse_rewriting()`;

const STATEMENTS = [
  `create function audit.refuse_rewriting() returns trigger language plpgsql as $$
   begin
     raise exception 'audit.% is append-only: a mistake is put right by a new row', tg_table_name using errcode = 'restrict_violation';
   end $$`,
  `create table audit.sample (
     id uuid not null,
     title text not null,
     period text not null,
     provinces text[],
     communes text[],
     seed text not null,
     size int not null,
     double_percent int not null,
     method text not null,
     strata_by text not null,
     frame_size int not null,
     frame_hash text not null,
     frame bytea not null,
     drawn_at timestamptz not null,
     drawn_by uuid not null,
     constraint "PK_sample" primary key (id),
     constraint sample_size check (size between 1 and 2000),
     constraint sample_double check (double_percent between 0 and 100),
     constraint sample_frame check (frame_size > 0),
     constraint sample_strata_by check (strata_by in ('province-set', 'province', 'none'))
   )`,
  `create index sample_drawn on audit.sample (drawn_at, id)`,
  `create table audit.sample_stratum (
     sample_id uuid not null,
     key text not null,
     province_code text,
     set_code text,
     units int not null,
     compliant_units int not null,
     lines int not null,
     checked_lines int not null,
     drawn int not null,
     constraint "PK_sample_stratum" primary key (sample_id, key),
     constraint sample_stratum_sample foreign key (sample_id) references audit.sample (id),
     constraint sample_stratum_units check (units > 0 and drawn between 0 and units and compliant_units between 0 and units),
     constraint sample_stratum_lines check (checked_lines between 0 and lines)
   )`,
  `create table audit.sample_item (
     sample_id uuid not null,
     product_id uuid not null,
     position int not null,
     stratum text not null,
     double boolean not null,
     product_name text not null,
     set_code text not null,
     household_id uuid not null,
     household_name text not null,
     commune_code text not null,
     commune_name text not null,
     province_code text not null,
     province_name text not null,
     compliant boolean not null,
     line_id uuid not null,
     label jsonb not null,
     lines int not null,
     checked_lines int not null,
     constraint "PK_sample_item" primary key (sample_id, product_id),
     constraint sample_item_sample foreign key (sample_id) references audit.sample (id),
     constraint sample_item_lines check (lines > 0 and checked_lines between 0 and lines)
   )`,
  `create unique index sample_item_position on audit.sample_item (sample_id, position)`,
  `create table audit.inspection (
     id uuid not null,
     sample_id uuid not null,
     product_id uuid not null,
     sequence int not null,
     round int not null,
     inspected_by uuid not null,
     verdicts jsonb not null,
     outcome text not null,
     remark text not null,
     scanned_code text,
     code_matches boolean,
     photo_ids uuid[] not null,
     latitude double precision,
     longitude double precision,
     inspected_at timestamptz not null,
     recorded_at timestamptz not null,
     corrects uuid,
     reason text not null,
     constraint "PK_inspection" primary key (id),
     constraint inspection_sample_item foreign key (sample_id, product_id) references audit.sample_item (sample_id, product_id),
     constraint inspection_corrects_inspection foreign key (corrects) references audit.inspection (id),
     constraint inspection_round check (round in (1, 2)),
     constraint inspection_outcome check (outcome in ('right', 'wrong', 'unclear')),
     constraint inspection_reason check ((corrects is null) = (reason = '')),
     constraint inspection_place check ((latitude is null) = (longitude is null)),
     constraint inspection_scan check ((code_matches is null) or scanned_code is not null)
   )`,
  `create unique index inspection_sequence on audit.inspection (sample_id, product_id, sequence)`,
  `create unique index inspection_first on audit.inspection (sample_id, product_id, round) where corrects is null`,
  `create unique index inspection_corrects on audit.inspection (corrects) where corrects is not null`,
  `create table audit.inspection_photo (
     id uuid not null,
     sample_id uuid not null,
     content_hash text not null,
     taken_by uuid not null,
     taken_at timestamptz not null,
     constraint "PK_inspection_photo" primary key (id),
     constraint inspection_photo_sample foreign key (sample_id) references audit.sample (id)
   )`,
  `create unique index inspection_photo_once on audit.inspection_photo (sample_id, taken_by, content_hash)`,
  `create table audit.inspector (
     account_id uuid not null,
     name text not null,
     constraint "PK_inspector" primary key (account_id)
   )`,
  ...['sample', 'sample_stratum', 'sample_item', 'inspection', 'inspection_photo'].map(appendOnly),
];
