import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took a parcel over the counter, and on which receipt it stands. */
export class Acceptances1765001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.acceptance (
        parcel_number text not null,
        receipt_id uuid not null,
        taken_by uuid not null,
        taken_by_name text not null,
        constraint "PK_acceptance" primary key (parcel_number),
        constraint acceptance_parcel foreign key (parcel_number) references postal.parcel (number)
      )`);
    await runner.query('create index acceptance_of_clerk on postal.acceptance (taken_by)');
    await runner.query('grant select, insert on postal.acceptance to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
