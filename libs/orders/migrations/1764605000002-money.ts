import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Money1764605000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await waitingForMoney(runner);
    await moneyThatArrives(runner);
    await moneyRates(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

async function waitingForMoney(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table orders.unpaid_rule (
      valid_from date not null,
      valid_to date,
      remind_after_hours int not null,
      cancel_after_hours int not null,
      basis text not null,
      constraint "PK_unpaid_rule" primary key (valid_from),
      constraint unpaid_rule_hours check (remind_after_hours > 0 and cancel_after_hours > remind_after_hours),
      constraint unpaid_rule_period check (valid_to is null or valid_to >= valid_from)
    )`);
  await runner.query(`
    insert into orders.unpaid_rule (valid_from, remind_after_hours, cancel_after_hours, basis)
    values ('2025-01-01', 12, 24, 'Quy chế hoạt động của sàn: đơn trả trước giữ hàng 24 giờ')`);
  await runner.query(`alter table orders.payment_intent add column reminded_at timestamptz`);
  await runner.query(`
    create table orders.gateway_notice (
      gateway text not null,
      webhook_id text not null,
      reference text,
      amount_vnd bigint,
      outcome text not null,
      received_at timestamptz not null,
      constraint "PK_gateway_notice" primary key (gateway, webhook_id),
      constraint gateway_notice_outcome check (outcome in ('paid', 'repeated', 'late', 'amount', 'unknown', 'ignored'))
    )`);
  await runner.query(`create index gateway_notice_reference on orders.gateway_notice (reference)`);
}

async function moneyThatArrives(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table orders.remittance (
      id uuid not null,
      household_id uuid not null,
      operator_code text not null,
      reference text not null,
      amount_vnd bigint not null,
      remitted_at timestamptz not null,
      reconciled_at timestamptz,
      constraint "PK_remittance" primary key (id),
      constraint remittance_once unique (operator_code, reference, household_id),
      constraint remittance_amount check (amount_vnd >= 0)
    )`);
  await runner.query(`create index remittance_household on orders.remittance (household_id, remitted_at)`);
  await runner.query(`
    alter table orders.payment_intent
      add column remittance_id uuid,
      add constraint payment_intent_remittance foreign key (remittance_id) references orders.remittance (id)`);
  await runner.query(`create index payment_intent_of_remittance on orders.payment_intent (remittance_id) where remittance_id is not null`);
  await runner.query(`
    create table orders.bank_statement_line (
      household_id uuid not null,
      line_hash text not null,
      booked_on date not null,
      amount_vnd bigint not null,
      seller_order_id uuid,
      remittance_id uuid,
      imported_at timestamptz not null,
      constraint "PK_bank_statement_line" primary key (household_id, line_hash),
      constraint bank_statement_line_seller_order foreign key (seller_order_id) references orders.seller_order (id),
      constraint bank_statement_line_remittance foreign key (remittance_id) references orders.remittance (id),
      constraint bank_statement_line_of_one check ((seller_order_id is null) <> (remittance_id is null)),
      constraint bank_statement_line_amount check (amount_vnd > 0)
    )`);
}

async function moneyRates(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table orders.money_rate (
      kind text not null,
      valid_from date not null,
      valid_to date,
      rate_per_myriad int not null,
      basis text not null,
      constraint "PK_money_rate" primary key (kind, valid_from),
      constraint money_rate_kind check (kind in ('fee', 'tax')),
      constraint money_rate_rate check (rate_per_myriad between 0 and 10000),
      constraint money_rate_period check (valid_to is null or valid_to >= valid_from)
    )`);
  await runner.query(`
    insert into orders.money_rate (kind, valid_from, rate_per_myriad, basis)
    values ('fee', '2025-01-01', 0, 'Quy chế hoạt động của sàn: không thu phí')`);
}
