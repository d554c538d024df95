import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the recipient asked for, and postage by volume. */
export class DeliveryChoice1764604000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table postal.parcel
        add column deliver_to text not null default 'address',
        add column gift boolean not null default false,
        add column recipient_digital_address text,
        add column recipient_latitude double precision,
        add column recipient_longitude double precision,
        add constraint parcel_deliver_to check (deliver_to in ('address', 'office')),
        add constraint parcel_point check ((recipient_latitude is null) = (recipient_longitude is null))`);
    await runner.query(`
      alter table postal.tariff
        add column cm3_per_kg int not null default 6000,
        add constraint tariff_volume check (cm3_per_kg > 0)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
