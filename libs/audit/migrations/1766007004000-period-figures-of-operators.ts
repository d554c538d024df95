import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of a closed version are kept by operator too. */
export class PeriodFiguresOfOperators1766007004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit.period_figure
        drop constraint period_figure_place_kind,
        add constraint period_figure_place_kind check (place_kind in ('nation', 'province', 'commune', 'operator'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
