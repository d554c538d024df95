import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asks for the parcels open now reads those alone, not all that were ever accepted. */
export class UnclosedParcels1766009001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index accepted_parcel_unclosed on audit.accepted_parcel (accepted_at) where closed_at is null');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
