import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, type Tx } from '@choxa/platform';
import { MAX_QUANTITY } from './cart.rules.js';

/** Puts what lies in the cart of the caller's cookie into the account's cart. The proof is both: the cookie, and the session. */
@Injectable()
export class MergeCarts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Gives the id of the account's cart. */
  async run(accountId: string, cartId: string | null): Promise<string> {
    return this.db.transaction((tx) => this.into(tx, accountId, cartId));
  }

  /**
   * Gives the id of the account's cart, made when there is none, with its row locked. A cart that belongs to an account, or that nobody knows,
   * gives nothing. The same pack in both: the quantities add up, to 999 at most. Nothing is left out, even past 50 lines.
   */
  async into(tx: Tx, accountId: string, cartId: string | null): Promise<string> {
    const [own] = await sql<{ id: string }>(
      tx,
      `insert into orders.cart (id, account_id, updated_at) values ($1, $2, $3)
       on conflict (account_id) do update set updated_at = excluded.updated_at returning id`,
      [randomUUID(), accountId, this.clock.now()],
    );
    if (cartId) await sql(tx, MOVE_LINES, [cartId, own!.id]);
    return own!.id;
  }
}

const MOVE_LINES = `
  with guest as (delete from orders.cart where id = $1 and account_id is null returning id),
       moved as (delete from orders.cart_line using guest where cart_id = guest.id returning pack_id, quantity, seen_price_vnd, added_at)
  insert into orders.cart_line (cart_id, pack_id, quantity, seen_price_vnd, added_at)
  select $2, pack_id, quantity, seen_price_vnd, added_at from moved
  on conflict (cart_id, pack_id) do update
     set quantity = least(cart_line.quantity + excluded.quantity, ${MAX_QUANTITY}), seen_price_vnd = excluded.seen_price_vnd`;
