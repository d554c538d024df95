import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PacksForSale } from '@choxa/catalogue';
import { Clock, Database, platformProblem, sql, type Tx } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';

const MAX_LINES = 50;
const MAX_QUANTITY = 999;

/** Puts packs into a cart, changes how many, takes them out. The cart is made on the first line. */
@Injectable()
export class ChangeCart {
  constructor(
    private readonly db: Database,
    private readonly packs: PacksForSale,
    private readonly clock: Clock,
  ) {}

  /** Adds to what is there already; the quantity stops at 999. Gives the cart's id. */
  async add(cartId: string | null, packId: string, quantity: number): Promise<string> {
    return this.write(cartId, packId, quantity, `least(cart_line.quantity + excluded.quantity, ${MAX_QUANTITY})`);
  }

  /** Sets the quantity; 0 takes the line out. Gives the cart's id. */
  async set(cartId: string | null, packId: string, quantity: number): Promise<string> {
    if (quantity > 0) return this.write(cartId, packId, quantity, 'excluded.quantity');
    if (cartId) await sql(this.db.read, 'delete from orders.cart_line where cart_id = $1 and pack_id = $2', [cartId, packId]);
    return cartId ?? randomUUID();
  }

  private async write(cartId: string | null, packId: string, quantity: number, merged: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const pack = (await this.packs.byIds(tx, [packId])).get(packId);
      if (!pack?.published) throw platformProblem('not-found');
      const id = await this.touch(tx, cartId);
      await sql(
        tx,
        `insert into orders.cart_line (cart_id, pack_id, quantity, seen_price_vnd, added_at) values ($1, $2, $3, $4, $5)
         on conflict (cart_id, pack_id) do update set quantity = ${merged}, seen_price_vnd = excluded.seen_price_vnd`,
        [id, packId, quantity, pack.priceVnd, this.clock.now()],
      );
      return id;
    });
  }

  /** The row of the cart, locked, so that rivals cannot fill it past its limit. A cookie we do not know makes a new cart under a new id. */
  private async touch(tx: Tx, cartId: string | null): Promise<string> {
    if (cartId) {
      const [known] = await sql<{ lines: number }>(
        tx,
        `update orders.cart set updated_at = $2 where id = $1
         returning (select count(*)::int from orders.cart_line where cart_id = $1) as lines`,
        [cartId, this.clock.now()],
      );
      if (known && known.lines >= MAX_LINES) throw orderProblem('cart.full');
      if (known) return cartId;
    }
    const id = randomUUID();
    await sql(tx, 'insert into orders.cart (id, updated_at) values ($1, $2)', [id, this.clock.now()]);
    return id;
  }
}
