import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who cancelled and why, from a closed list; what was written freely until now becomes the note. */
export class Cancellation1764607000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table orders.seller_order add cancelled_by text, add cancel_note text');
    await runner.query(`
      update orders.seller_order set cancelled_by = 'household', cancel_note = cancel_reason, cancel_reason = 'other' where state = 'cancelled'`);
    await runner.query(`
      alter table orders.seller_order
        add constraint seller_order_cancelled check (state <> 'cancelled' or (cancelled_by is not null and cancel_reason is not null)),
        add constraint seller_order_cancelled_by check (cancelled_by in ('buyer', 'household', 'clerk', 'system'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
