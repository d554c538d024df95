import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GuestOrderRule1764608000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.guest_order_rule (
        valid_from date not null,
        valid_to date,
        proof_days int not null,
        whole_days int not null,
        basis text not null,
        constraint "PK_guest_order_rule" primary key (valid_from),
        constraint guest_order_rule_validity check (valid_to >= valid_from),
        constraint guest_order_rule_days check (proof_days >= 0 and whole_days > 0)
      )`);
    await runner.query(`
      insert into orders.guest_order_rule (valid_from, proof_days, whole_days, basis)
      values ('2026-01-01', 30, 180, 'Quy tắc của Chợ Xã: số điện thoại bỏ lâu có thể được cấp cho người khác')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
