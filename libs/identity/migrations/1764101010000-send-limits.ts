import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many one-time codes go out in a day: to a block of numbers, and over all. */
export class SendLimits1764101010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.send_limit (
        scope text not null,
        per_day int not null,
        valid_from date not null,
        valid_to date,
        basis text not null,
        constraint "PK_send_limit" primary key (scope, valid_from),
        constraint send_limit_scope check (scope in ('block', 'all')),
        constraint send_limit_per_day check (per_day >= 0),
        constraint send_limit_validity check (valid_to >= valid_from)
      )`);
    await runner.query(`
      insert into identity.send_limit (scope, per_day, valid_from, basis) values
        ('block', 100, '2026-11-01', 'Rule of the platform: against messages sent to many numbers of one block for the fee'),
        ('all', 50000, '2026-11-01', 'Rule of the platform: what a day of messages may cost')`);
    await runner.query(`
      create table identity.code_count (
        subject text not null,
        day date not null,
        sent int not null,
        constraint "PK_code_count" primary key (subject, day),
        constraint code_count_sent check (sent > 0)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
