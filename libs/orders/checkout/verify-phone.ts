import { Injectable } from '@nestjs/common';
import { FreshCode } from '@choxa/identity';
import { Clock, Database, sql, type Tx } from '@choxa/platform';
import { heldCart, type CartHolder } from '../cart/cart-holder.js';
import { orderProblem } from '../orders.problems.js';

/** Lets a buyer show to hold the recipient's phone: a code goes to it, and the cart remembers that it came back. */
@Injectable()
export class VerifyPhone {
  constructor(
    private readonly db: Database,
    private readonly freshCode: FreshCode,
    private readonly clock: Clock,
  ) {}

  /** When the code expires. `phone`: E.164. Throws `cart.empty` without a cart, `code.*` past the send limits. */
  async send(holder: CartHolder, phone: string): Promise<Date> {
    return this.db.transaction(async (tx) => this.freshCode.send(tx, { phone }, await useOf(tx, holder), codeText));
  }

  /** Throws `code.wrong`, `code.expired`, `cart.empty`. */
  async prove(holder: CartHolder, phone: string, code: string): Promise<void> {
    const refusal = await this.db.transaction(async (tx) => {
      const refused = await this.freshCode.refusal(tx, { phone }, await useOf(tx, holder), code);
      if (!refused)
        await sql(tx, `update orders.cart set verified_phone = $3, updated_at = $4 where ${heldCart('$1', '$2')}`, [
          holder.cartId,
          holder.accountId,
          phone,
          this.clock.now(),
        ]);
      return refused;
    });
    // Thrown after the commit: a wrong guess counts.
    if (refusal) throw refusal;
  }
}

/** A code works for the cart it was asked for. */
async function useOf(tx: Tx, { cartId, accountId }: CartHolder): Promise<`checkout ${string}`> {
  const [cart] = await sql<{ id: string }>(
    tx,
    `select id from orders.cart where ${heldCart('$1', '$2')} order by account_id nulls last limit 1`,
    [cartId, accountId],
  );
  if (!cart) throw orderProblem('cart.empty');
  return `checkout ${cart.id}`;
}

function codeText(code: string): string {
  return `${code} là mã xác nhận số điện thoại để đặt hàng ở Chợ Xã, dùng trong 5 phút. / ${code} confirms your phone for an order at Cho Xa, valid 5 minutes.`;
}
