import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each product stood in the shop: officials count the days. */
export class ProductDisplay1766002000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `create table catalogue.product_display (
     product_id uuid not null,
     at timestamptz not null,
     on_sale boolean not null,
     household_id uuid not null,
     constraint "PK_product_display" primary key (product_id, at),
     constraint product_display_product foreign key (product_id) references catalogue.product (id) on delete cascade
   )`,
  // What happened before was not kept: only the first publication, and that it is over.
  `insert into catalogue.product_display (product_id, at, on_sale, household_id)
   select id, published_at, true, household_id from catalogue.product where published_at is not null`,
  `insert into catalogue.product_display (product_id, at, on_sale, household_id)
   select id, greatest(coalesce(taken_down_at, updated_at), published_at + interval '1 millisecond'), false, household_id from catalogue.product
    where published_at is not null and (state <> 'published' or taken_down_at is not null)`,
];
