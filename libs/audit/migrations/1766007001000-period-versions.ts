import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeriodVersions1766007001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit.period_version (
        period text not null,
        version int not null,
        document text not null,
        sha256 text not null,
        signature text not null,
        key_id text not null,
        closed_at timestamptz not null,
        closed_by uuid not null,
        reason text,
        constraint "PK_period_version" primary key (period, version),
        constraint period_version_number check (version >= 1),
        constraint period_version_reason check ((version = 1) = (reason is null)),
        constraint period_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      create table audit.period_figure (
        period text not null,
        version int not null,
        indicator int not null,
        place_kind text not null,
        place_code text not null,
        figure jsonb not null,
        constraint "PK_period_figure" primary key (period, version, indicator, place_kind, place_code),
        constraint period_figure_version foreign key (period, version) references audit.period_version (period, version)
          deferrable initially deferred,
        constraint period_figure_place_kind check (place_kind in ('nation', 'province', 'commune'))
      )`);
    await runner.query(`
      create function audit.refuse_change() returns trigger language plpgsql as $$
        begin raise exception '% is append-only', tg_table_name; end $$`);
    for (const table of ['period_version', 'period_figure'])
      await runner.query(`
        create trigger ${table}_append_only before update or delete or truncate on audit.${table}
          for each statement execute function audit.refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
