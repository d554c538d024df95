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
    const pack = (await this.packs.byIds(this.db.read, [packId])).get(packId);
    if (!pack?.published) throw platformProblem('not-found');
    const line = [packId, quantity, pack.priceVnd];
    if (!cartId) return this.begin(line);
    return this.db.transaction(async (tx) => {
      if (!(await this.touch(tx, cartId))) return this.begin(line, tx);
      await sql(
        tx,
        `insert into orders.cart_line (cart_id, pack_id, quantity, seen_price_vnd, added_at) values ($1, $2, $3, $4, $5)
         on conflict (cart_id, pack_id) do update set quantity = ${merged}, seen_price_vnd = excluded.seen_price_vnd`,
        [cartId, ...line, this.clock.now()],
      );
      return cartId;
    });
  }

  /** A new cart with its first line, in one statement. */
  private async begin(line: unknown[], tx: Tx = this.db.read): Promise<string> {
    const id = randomUUID();
    await sql(
      tx,
      `with cart as (insert into orders.cart (id, updated_at) values ($1, $5))
       insert into orders.cart_line (cart_id, pack_id, quantity, seen_price_vnd, added_at) values ($1, $2, $3, $4, $5)`,
      [id, ...line, this.clock.now()],
    );
    return id;
  }

  /** Locks the row of the cart, so that rivals cannot fill it past its limit; false for a cookie we do not know: a new cart gets a new id. */
  private async touch(tx: Tx, cartId: string): Promise<boolean> {
    const [known] = await sql<{ lines: number }>(
      tx,
      `update orders.cart set updated_at = $2 where id = $1
       returning (select count(*)::int from orders.cart_line where cart_id = $1) as lines`,
      [cartId, this.clock.now()],
    );
    if (known && known.lines >= MAX_LINES) throw orderProblem('cart.full');
    return known !== undefined;
  }
}
