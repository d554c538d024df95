import { heldCart } from '../cart/cart-holder.js';
import type { CodLimits, CodStanding } from './cod-limits.rules.js';

/** What the limits on cash on delivery are judged by. */
export interface CodFacts {
  standing: CodStanding;
  limits: CodLimits;
  /** The phone's code was entered while checking out of this cart. */
  verified: boolean;
}

/**
 * SQL of the {@link CodFacts} of a phone as JSON. It is read in the statement that writes the order, so it costs no trip of its own and does not
 * count that order; the transaction holds the phone's lock (`ReadCart.wantedToOrder`), so rivals cannot pass a limit together.
 */
export function codFacts(param: { phone: string; now: string; today: string; cartId: string; accountId: string }): string {
  const { phone, now, today, cartId, accountId } = param;
  return `
  with limits as (select rule, value from orders.order_limit where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
                   order by valid_from),
       parts as (select part.order_id, part.state, part.cod_vnd, part.changed_at, part.delivered_at
                   from orders."order" whole join orders.seller_order part on part.order_id = whole.id
                  where whole.phone = ${phone} and whole.payment_method = 'cod')
  select json_build_object(
    'limits', coalesce((select json_object_agg(rule, value) from limits), '{}'),
    'verified', exists (select from orders.cart where ${heldCart(cartId, accountId)} and verified_phone = ${phone}),
    'standing', (select json_build_object(
      'openOrders', count(distinct order_id) filter (where state in ('placed', 'confirmed', 'packed', 'posted')),
      'openVnd', coalesce(sum(cod_vnd) filter (where state in ('placed', 'confirmed', 'packed', 'posted')), 0),
      'delivered', count(distinct order_id) filter (where state = 'delivered'),
      'refused', count(*) filter (where state in ('returning', 'returned') and delivered_at is null
        and changed_at > ${now}::timestamptz - (select value from limits where rule = 'refusal-days' limit 1) * interval '1 day')
    ) from parts)) as facts`;
}
