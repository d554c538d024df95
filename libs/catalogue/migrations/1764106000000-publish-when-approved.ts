import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A product of a household that is not approved yet can be whole and wait. */
export class PublishWhenApproved1764106000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table catalogue.product
      add column publish_when_approved boolean not null default false,
      add constraint product_publish_when_approved check (not publish_when_approved or state <> 'published')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
