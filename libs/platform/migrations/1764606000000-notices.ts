import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far messages have come, devices that take pushes, and what people do not want to be told by which way. */
export class Notices1764606000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What is there already was sent; only what comes from now on waits. Neither default rewrites the table.
    await runner.query(`
      alter table platform.message
        add column state text not null default 'sent',
        add column tries int not null default 0,
        add column next_try_at timestamptz,
        add constraint message_state check (state in ('waiting', 'sent', 'skipped', 'failed'))`);
    await runner.query(`alter table platform.message alter column state set default 'waiting'`);
    await runner.query(`create index message_waiting on platform.message (sent_at) where state = 'waiting'`);
    await runner.query(`
      create table platform.push_subscription (
        id uuid not null,
        phone text not null,
        account_id uuid not null,
        endpoint text not null,
        p256dh text not null,
        auth text not null,
        device text not null,
        created_at timestamptz not null,
        constraint "PK_push_subscription" primary key (id),
        constraint push_subscription_endpoint unique (endpoint)
      )`);
    await runner.query(`create index push_subscription_phone on platform.push_subscription (phone)`);
    await runner.query(`
      create table platform.push_delivery (
        message_id uuid not null,
        subscription_id uuid not null,
        state text not null,
        tries int not null default 0,
        next_try_at timestamptz not null,
        error text,
        constraint "PK_push_delivery" primary key (message_id, subscription_id),
        constraint push_delivery_message foreign key (message_id) references platform.message (id) on delete cascade,
        constraint push_delivery_subscription foreign key (subscription_id) references platform.push_subscription (id) on delete cascade,
        constraint push_delivery_state check (state in ('waiting', 'sent', 'failed'))
      )`);
    await runner.query(`create index push_delivery_waiting on platform.push_delivery (next_try_at) where state = 'waiting'`);
    await runner.query(`create index push_delivery_of_subscription on platform.push_delivery (subscription_id)`);
    await runner.query(`
      create table platform.unwanted_notice (
        phone text not null,
        topic text not null,
        channel text not null,
        constraint "PK_unwanted_notice" primary key (phone, topic, channel),
        constraint unwanted_notice_channel check (channel in ('text', 'push'))
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
