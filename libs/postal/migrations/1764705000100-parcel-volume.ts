import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Room a parcel takes: bulky ones are charged by it, so what is paid out of their cash depends on it too. */
export class ParcelVolume1764705000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table postal.parcel add column volume_cm3 int, add constraint parcel_volume check (volume_cm3 > 0) not valid',
    );
    await runner.query('alter table postal.parcel validate constraint parcel_volume');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
