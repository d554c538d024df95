import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Payments1764605000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table orders.seller_order drop constraint seller_order_cod`);
    await runner.query(`
      alter table orders.seller_order add constraint seller_order_cod check (cod_vnd in (0, goods_vnd + postage_vnd))`);
    await runner.query(`
      alter table orders.payment_intent
        add column reference text,
        add column reconciled_at timestamptz,
        drop constraint payment_intent_state,
        add constraint payment_intent_state check (state in ('due', 'collected', 'remitted', 'paid', 'void', 'refund_due', 'refunded')),
        add constraint payment_intent_method check (method in ('cod', 'vietqr', 'gateway') and (method = 'cod') = (reference is null))`);
    await runner.query(`create unique index payment_intent_reference on orders.payment_intent (reference)`);
    await runner.query(`create index payment_intent_waiting on orders.payment_intent (changed_at) where state = 'due' and method <> 'cod'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
