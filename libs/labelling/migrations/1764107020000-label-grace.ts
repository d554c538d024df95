import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a pack may be sold whose label lacks something, and which packs are in that time or past it. */
export class LabelGrace1764107020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labelling.label_policy (
        valid_from date not null,
        valid_to date,
        mode text not null,
        grace_days int not null,
        notice_days int not null,
        reminder_days int[] not null,
        basis text not null,
        constraint "PK_label_policy" primary key (valid_from),
        constraint label_policy_mode check (mode in ('off', 'grace', 'on')),
        constraint label_policy_days check (grace_days >= 0 and notice_days >= 0),
        constraint label_policy_period check (valid_to > valid_from)
      )`);
    await runner.query(`
      insert into labelling.label_policy (valid_from, valid_to, mode, grace_days, notice_days, reminder_days, basis)
      values ('2026-01-01', null, 'grace', 30, 7, '{14,7,1}', 'Quy chế hoạt động của sàn, mục nhãn hàng hóa; 43/2017/NĐ-CP, 111/2021/NĐ-CP')`);
    await runner.query(`
      create table labelling.label_grace (
        id uuid not null,
        pack_id uuid not null,
        household_id uuid not null,
        province_code text,
        opened_on date not null,
        ends_on date not null,
        reminded_days int,
        paused_at timestamptz,
        closed_at timestamptz,
        constraint "PK_label_grace" primary key (id)
      )`);
    await runner.query(`create unique index label_grace_open on labelling.label_grace (pack_id) where closed_at is null`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
