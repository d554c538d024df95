import { Injectable } from '@nestjs/common';
import { Database, sql } from '@choxa/platform';
import { acceptedLine } from './cart.rules.js';
import { heldCart, type CartHolder } from './cart-holder.js';
import { MergeCarts } from './merge-carts.js';
import { ReadCart } from './read-cart.query.js';

/** Takes a cart as it can be had now: fewer where too little is left, new prices, and without what is not sold any more. The rest can then go on. */
@Injectable()
export class AcceptChanges {
  constructor(
    private readonly db: Database,
    private readonly readCart: ReadCart,
    private readonly mergeCarts: MergeCarts,
  ) {}

  async run({ cartId, accountId }: CartHolder): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (accountId) await this.mergeCarts.into(tx, accountId, cartId);
      const lines = await this.readCart.linesWithin(tx, { cartId, accountId });
      const wanted = lines.map((line) => ({ packId: line.packId, ...acceptedLine(line) }));
      await sql(tx, ACCEPT, [
        cartId,
        accountId,
        wanted.map((line) => line.packId),
        wanted.map((line) => line.quantity),
        wanted.map((line) => line.seenPriceVnd),
      ]);
    });
  }
}

// 0 takes the line out.
const ACCEPT = `
  with given as (select * from unnest($3::uuid[], $4::int[], $5::bigint[]) as line (pack_id, quantity, price_vnd)),
       held as (select id from orders.cart where ${heldCart('$1', '$2')}),
       gone as (delete from orders.cart_line using given, held
                 where cart_id = held.id and cart_line.pack_id = given.pack_id and given.quantity = 0)
  update orders.cart_line set quantity = given.quantity, seen_price_vnd = given.price_vnd from given, held
   where cart_id = held.id and cart_line.pack_id = given.pack_id and given.quantity > 0`;
