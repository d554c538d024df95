import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, type Tx } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';
import { MAX_LINES, MAX_QUANTITY } from './cart.rules.js';
import type { CartHolder } from './cart-holder.js';
import { MergeCarts } from './merge-carts.js';
import { SharedReads } from './shared-reads.js';

/** Puts packs into a cart, changes how many, takes them out. The cart is made on the first line; an account has one, on all its devices. */
@Injectable()
export class ChangeCart {
  constructor(
    private readonly db: Database,
    private readonly shared: SharedReads,
    private readonly mergeCarts: MergeCarts,
    private readonly clock: Clock,
  ) {}

  /** Adds to what is there already; the quantity stops at 999. Gives the cart's id. */
  async add(holder: CartHolder, packId: string, quantity: number): Promise<string> {
    return this.write(holder, packId, quantity, `least(cart_line.quantity + excluded.quantity, ${MAX_QUANTITY})`);
  }

  /** Sets the quantity; 0 takes the line out. Gives the cart's id. */
  async set(holder: CartHolder, packId: string, quantity: number): Promise<string> {
    if (quantity > 0) return this.write(holder, packId, quantity, 'excluded.quantity');
    return this.db.transaction(async (tx) => {
      const id = await this.lock(tx, holder);
      if (id) await sql(tx, 'delete from orders.cart_line where cart_id = $1 and pack_id = $2', [id, packId]);
      return id ?? randomUUID();
    });
  }

  private async write(holder: CartHolder, packId: string, quantity: number, merged: string): Promise<string> {
    const pack = (await this.shared.packs([packId])).get(packId);
    if (!pack?.published) throw platformProblem('not-found');
    const line = [packId, quantity, pack.priceVnd];
    if (!holder.cartId && !holder.accountId) return this.begin(line);
    return this.db.transaction(async (tx) => {
      const id = await this.lock(tx, holder);
      if (!id) return this.begin(line, tx);
      const [written] = await sql(
        tx,
        `insert into orders.cart_line (cart_id, pack_id, quantity, seen_price_vnd, added_at)
         select $1, $2, $3, $4, $5
          where (select count(*) from orders.cart_line where cart_id = $1 and pack_id <> $2) < ${MAX_LINES}
         on conflict (cart_id, pack_id) do update set quantity = ${merged}, seen_price_vnd = excluded.seen_price_vnd returning 1 as one`,
        [id, ...line, this.clock.now()],
      );
      if (!written) throw orderProblem('cart.full');
      return id;
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

  /** Locks the row of the cart, so that rivals cannot fill it past its limit. Null for a cookie we do not know or that names an account's cart: a new cart gets a new id. */
  private async lock(tx: Tx, { cartId, accountId }: CartHolder): Promise<string | null> {
    if (accountId) return this.mergeCarts.into(tx, accountId, cartId);
    const [guest] = await sql<{ id: string }>(
      tx,
      'update orders.cart set updated_at = $2 where id = $1 and account_id is null returning id',
      [cartId, this.clock.now()],
    );
    return guest?.id ?? null;
  }
}
