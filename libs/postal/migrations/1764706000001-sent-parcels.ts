import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels that senders announce by API, under their own references. */
export class SentParcels1764706000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table postal.sent_parcel (
        parcel_number text not null,
        sender_key text not null,
        reference text not null,
        announced_at timestamptz not null,
        constraint "PK_sent_parcel" primary key (parcel_number),
        constraint sent_parcel_parcel foreign key (parcel_number) references postal.parcel (number),
        constraint sent_parcel_reference unique (sender_key, reference)
      )`);
    await runner.query('create index sent_parcel_of_sender on postal.sent_parcel (sender_key, announced_at)');
    await runner.query('grant select, insert on postal.sent_parcel to choxa_postal');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
