import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other platforms report of the households they bring online. */
export class PlatformReports1766004000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.platform_report (
        platform text not null,
        quarter text not null,
        households int not null,
        source text not null,
        entered_at timestamptz not null,
        constraint "PK_platform_report" primary key (platform, quarter),
        constraint platform_report_quarter check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
        constraint platform_report_households check (households >= 0)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
