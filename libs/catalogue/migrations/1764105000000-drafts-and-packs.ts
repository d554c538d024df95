import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts that begin with nothing but an id, counted changes, packs with a size that can be retired. */
export class DraftsAndPacks1764105000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `alter table catalogue.product
    add column revision int not null default 0,
    add constraint product_told check (state = 'draft' or (name <> '' and set_code <> ''))`,
  `alter table catalogue.pack
    add column length_mm int,
    add column width_mm int,
    add column height_mm int,
    add column retired_at timestamptz,
    add constraint pack_size check (length_mm > 0 and width_mm > 0 and height_mm > 0)`,
  `alter table catalogue.image add column alt text not null default ''`,
];
