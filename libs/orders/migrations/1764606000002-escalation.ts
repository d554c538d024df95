import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done, and when, while a household has not answered an order. */
export class Escalation1764606000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.escalation_step (
        action text not null,
        after_minutes int not null,
        from_hour int,
        to_hour int,
        valid_from date not null,
        valid_to date,
        basis text not null,
        constraint "PK_escalation_step" primary key (action, valid_from),
        constraint escalation_step_action check (action in ('alert', 'reminder', 'task', 'cancellation')),
        constraint escalation_step_after check (after_minutes >= 0),
        constraint escalation_step_hours check ((from_hour is null) = (to_hour is null) and from_hour >= 0 and to_hour <= 24 and from_hour < to_hour),
        constraint escalation_step_validity check (valid_to > valid_from)
      )`);
    await runner.query(`
      insert into orders.escalation_step (action, after_minutes, from_hour, to_hour, valid_from, basis) values
        ('alert', 0, null, null, '2020-01-01', 'Quy chế sàn, mục xác nhận đơn'),
        ('reminder', 60, 6, 21, '2020-01-01', 'Quy chế sàn, mục xác nhận đơn; không nhắn ban đêm'),
        ('task', 240, null, null, '2020-01-01', 'Quy chế sàn, mục xác nhận đơn'),
        ('cancellation', 2160, null, null, '2020-01-01', 'Quy chế sàn, mục xác nhận đơn')`);
    await runner.query(`
      create table orders.escalation (
        seller_order_id uuid not null,
        action text not null,
        at timestamptz not null,
        constraint "PK_escalation" primary key (seller_order_id, action),
        constraint escalation_of_seller_order foreign key (seller_order_id) references orders.seller_order (id),
        constraint escalation_action check (action in ('alert', 'reminder', 'task', 'cancellation'))
      )`);
    await runner.query(`
      create table orders.call_task (
        seller_order_id uuid not null,
        opened_at timestamptz not null,
        outcome text,
        note text,
        called_at timestamptz,
        constraint "PK_call_task" primary key (seller_order_id),
        constraint call_task_of_seller_order foreign key (seller_order_id) references orders.seller_order (id),
        constraint call_task_outcome check (outcome in ('will_answer', 'no_answer', 'wrong_number', 'sold_out', 'other')),
        constraint call_task_called check ((outcome is null) = (called_at is null))
      )`);
    await runner.query(`create index seller_order_unanswered on orders.seller_order (placed_at) where state = 'placed'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
