import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A recipient may take a part of a parcel; the rest goes back as a parcel of its own. */
export class PartsTaken1765004000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table postal.content_line add column unit_price_vnd bigint, add column taken int,
        add constraint content_line_price check (unit_price_vnd >= 0),
        add constraint content_line_taken check (taken between 0 and quantity)`);
    await runner.query(`
      alter table postal.parcel add column rest_of text,
        add constraint parcel_rest_of_once unique (rest_of),
        add constraint parcel_rest foreign key (rest_of) references postal.parcel (number),
        add constraint parcel_rest_without_cash check (rest_of is null or cod_vnd = 0)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
