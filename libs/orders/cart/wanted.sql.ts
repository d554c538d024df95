import { steadyArray } from '@choxa/platform';
import { heldCart, type CartHolder } from './cart-holder.js';
import { MAX_QUANTITY, type WantedLine } from './cart.rules.js';

/** A line of a cart, and how many of its pack there are. */
export interface WantedInStock extends WantedLine {
  onHand: number;
}

interface WantedRow extends WantedInStock {
  /** Of its holder among those asked for, from 1. */
  place: number;
}

// A pack may lie in both carts of somebody who has just signed in; the price seen is the one of the cart it was put into last.
const wantedWhere = (condition: string) => `
  select asked.place, line.pack_id as "packId", least(sum(line.quantity), ${MAX_QUANTITY})::int as quantity,
         (array_agg(line.seen_price_vnd order by line.added_at desc))[1] as "seenPriceVnd", coalesce(max(stock.on_hand), 0) as "onHand"
    from asked join orders.cart on ${heldCart('asked.cart_id', 'asked.account_id')} join orders.cart_line line on line.cart_id = cart.id
         left join orders.stock stock using (pack_id)
   where ${condition} group by asked.place, line.pack_id order by asked.place, min(line.added_at), line.pack_id`;

/** SQL of what lies in the carts of holders; its parameters are {@link wantedColumns}. */
export const WANTED = `
  with asked as (select * from unnest(${steadyArray('$1', 'uuid')}, ${steadyArray('$2', 'uuid')}) with ordinality as asked (cart_id, account_id, place))
  ${wantedWhere('true')}`;

/**
 * The same as orders of them are about to be placed for recipients with the phones `$3`. It takes the locks of the phones, always in one sequence,
 * and holds them until the transaction ends: orders of one phone are placed one after the other.
 */
export const WANTED_TO_ORDER = `
  with asked as (select * from unnest(${steadyArray('$1', 'uuid')}, ${steadyArray('$2', 'uuid')}, ${steadyArray('$3', 'text')})
                   with ordinality as asked (cart_id, account_id, phone, place)),
       locked as materialized (
         select pg_advisory_xact_lock(key) from (select distinct hashtextextended('orders.phone ' || phone, 0) as key from asked order by key) keys)
  ${wantedWhere('(select count(*) from locked) > 0')}`;

export function wantedColumns(holders: readonly CartHolder[]): (string | null)[][] {
  return [holders.map(({ cartId }) => cartId), holders.map(({ accountId }) => accountId)];
}

/** The lines of each holder, in the order they were put in. */
export function wantedOf(holders: readonly CartHolder[], rows: readonly Record<string, unknown>[]): WantedInStock[][] {
  const byPlace = Map.groupBy(rows as unknown as WantedRow[], ({ place }) => place);
  return holders.map((_, index) => (byPlace.get(index + 1) ?? []).map(({ place: _place, ...line }) => line));
}
