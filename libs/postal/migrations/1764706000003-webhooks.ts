import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `create table postal.webhook (
    id uuid not null,
    operator_id uuid not null,
    sender_key text,
    url text not null,
    kinds text[] not null,
    secret text not null,
    previous_secret text,
    previous_secret_until timestamptz,
    state text not null,
    disabled_reason text,
    failing_since timestamptz,
    read_until timestamptz not null,
    read_until_id uuid not null,
    created_at timestamptz not null,
    created_by uuid not null,
    contact_phone text,
    constraint "PK_webhook" primary key (id),
    constraint webhook_operator foreign key (operator_id) references postal.operator (id),
    constraint webhook_state check (state in ('active', 'disabled') and (state = 'disabled') = (disabled_reason is not null)),
    constraint webhook_secrets check ((previous_secret is null) = (previous_secret_until is null))
  )`,
  `create index webhook_of_operator on postal.webhook (operator_id)`,
  `create table postal.webhook_delivery (
    id uuid not null,
    webhook_id uuid not null,
    event_id uuid not null,
    kind text not null,
    payload text not null,
    state text not null,
    tries int not null default 0,
    next_try_at timestamptz,
    created_at timestamptz not null,
    constraint "PK_webhook_delivery" primary key (id),
    constraint webhook_delivery_webhook foreign key (webhook_id) references postal.webhook (id) on delete cascade,
    constraint webhook_delivery_once unique (webhook_id, event_id),
    constraint webhook_delivery_state
      check (state in ('waiting', 'delivered', 'given_up') and (state = 'waiting') = (next_try_at is not null))
  )`,
  `create index webhook_delivery_waiting on postal.webhook_delivery (next_try_at) where state = 'waiting'`,
  `create index webhook_delivery_of_webhook on postal.webhook_delivery (webhook_id, created_at)`,
  `create table postal.webhook_try (
    id uuid not null,
    delivery_id uuid not null,
    tried_at timestamptz not null,
    status int,
    error text,
    constraint "PK_webhook_try" primary key (id),
    constraint webhook_try_delivery foreign key (delivery_id) references postal.webhook_delivery (id) on delete cascade
  )`,
  `create index webhook_try_of_delivery on postal.webhook_try (delivery_id, tried_at)`,
  `create table postal.webhook_schedule (
    valid_from date not null,
    valid_to date,
    waits_seconds int[] not null,
    disable_after_seconds int not null,
    basis text not null,
    constraint "PK_webhook_schedule" primary key (valid_from),
    constraint webhook_schedule_waits check (cardinality(waits_seconds) > 0 and 0 < all (waits_seconds) and disable_after_seconds > 0),
    constraint webhook_schedule_validity check (valid_to is null or valid_to > valid_from)
  )`,
  // 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 hours: 75 hours and 35 minutes in all.
  `insert into postal.webhook_schedule (valid_from, waits_seconds, disable_after_seconds, basis)
   values ('2026-01-01', '{5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400}', 259200, 'Standard Webhooks, retries over three days')`,
  `grant select, insert, update, delete on postal.webhook, postal.webhook_delivery to choxa_postal`,
  `grant select, insert on postal.webhook_try to choxa_postal`,
  `grant select on postal.webhook_schedule to choxa_postal`,
];

/** Webhooks: addresses, what is on its way to them, each try, and the schedule of tries. */
export class Webhooks1764706000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
