import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officials count can be told again after a buyer's data were deleted: pseudonyms of the buyer, and when a line went back. */
export class BuyerHashes1766002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  `alter table orders."order" add column buyer_account_hash text, add column buyer_phone_hash text, add column buyer_address_hash text,
     add column buyer_device_hash text`,
  `update orders."order" set buyer_phone_hash = encode(sha256(convert_to(phone, 'UTF8')), 'hex'),
     buyer_account_hash = encode(sha256(convert_to(account_id::text, 'UTF8')), 'hex')`,
  `alter table orders.order_line add column returned_at timestamptz`,
  // The moment itself was not kept: the last change of what went back is at most the household's look at it away.
  `update orders.order_line line set returned_at = part.changed_at from orders.seller_order part
    where part.id = line.seller_order_id and part.state = 'returned'`,
];
