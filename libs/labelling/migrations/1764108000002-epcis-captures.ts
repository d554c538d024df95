import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EpcisCaptures1764108000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labelling.epcis_capture (
        id uuid not null,
        account_id uuid not null,
        received_at timestamptz not null,
        error_behaviour text not null,
        success boolean not null,
        results jsonb not null,
        constraint "PK_epcis_capture" primary key (id),
        constraint epcis_capture_behaviour check (error_behaviour in ('proceed', 'rollback'))
      )`);
    await runner.query(`create index epcis_capture_account on labelling.epcis_capture (account_id, received_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
