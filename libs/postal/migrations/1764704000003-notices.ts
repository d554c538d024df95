import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What recipients are told of parcels that wait for them. */
export class PostalNotices1764704000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.notice (
        parcel_number text not null,
        sequence int not null,
        sent_at timestamptz not null,
        due_on date not null,
        constraint "PK_notice" primary key (parcel_number, sequence),
        constraint notice_parcel foreign key (parcel_number) references postal.parcel (number),
        constraint notice_sequence check (sequence between 1 and 2)
      )`);
    await runner.query(`create index parcel_waiting on postal.parcel (state_at) where state in ('attempt_failed', 'held')`);
    await runner.query('grant select, insert on postal.notice to choxa_postal');
    // The law counts in working days, and the days of Tết are the platform's.
    await runner.query('grant select on platform.holiday to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
