/** Who looks into a cart: the id in the caller's cookie, and the account signed in. */
export interface CartHolder {
  cartId: string | null;
  accountId: string | null;
}

/**
 * SQL of the carts a holder may open: the account's own, and the one the cookie names as long as it belongs to nobody. So a cookie left on a
 * shared phone opens nothing of an account, and whoever signs in brings along what was put in before.
 */
export function heldCart(cartId: string, accountId: string): string {
  return `(cart.account_id = ${accountId}::uuid or (cart.id = ${cartId}::uuid and cart.account_id is null))`;
}
