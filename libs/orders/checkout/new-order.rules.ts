import { randomUUID } from 'node:crypto';
import type { FieldError } from '@choxa/platform';
import { canBeOrdered, sumVnd } from '../cart/cart.rules.js';
import type { CartLine, QuotedPart } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';
import { codOf, type PaymentMethod } from '../payments/payment.rules.js';
import { newAccessKey, newOrderNumber } from './order-number.js';
import type { NewOrder, NewSellerOrder } from './order-writer.js';
import type { PreparedOrder } from './prepare-order.js';

/**
 * The order that is about to be written. Throws `quote.unavailable`, `stock.short`, and `cart.changed` when the cart is not what was quoted, or
 * its total not what the shopper saw.
 *
 * @param lines the cart as the transaction sees it
 */
export function newOrder(
  { input, phone, place, parts, office }: PreparedOrder,
  lines: CartLine[],
  accountId: string | null,
  now: Date,
): NewOrder {
  const sellerOrders = newSellerOrders(lines, parts, input.paymentMethod);
  const goodsVnd = sumVnd(sellerOrders.map((part) => part.goodsVnd));
  const postageVnd = sumVnd(sellerOrders.map((part) => part.postageVnd));
  const totalVnd = goodsVnd + postageVnd;
  if (input.expectedTotalVnd != null && input.expectedTotalVnd !== totalVnd) throw orderProblem('cart.changed');
  const { recipientName, street, note, paymentMethod, digitalAddress, gift, latitude, longitude } = input;
  return {
    id: randomUUID(),
    number: newOrderNumber(),
    accessKey: newAccessKey(),
    accountId,
    recipientName,
    street,
    note: note || null,
    office,
    gift: gift ?? false,
    digitalAddress: digitalAddress || null,
    point: latitude != null && longitude != null ? { latitude, longitude } : null,
    paymentMethod,
    phone,
    place,
    goodsVnd,
    postageVnd,
    totalVnd,
    sellerOrders,
    placedAt: now,
  };
}

/** What was quoted, checked against the cart as the transaction sees it. */
function newSellerOrders(lines: CartLine[], quoted: QuotedPart[], method: PaymentMethod): NewSellerOrder[] {
  if (quoted.some((part) => part.postage.status !== 'quoted')) throw orderProblem('quote.unavailable');
  const seen = new Map(quoted.flatMap((part) => part.lines).map((line) => [line.packId, line]));
  const blocked = lines.flatMap((line, index) => (canBeOrdered(line.problem) ? [] : [shortError(index, line.onHand)]));
  if (blocked.length) throw orderProblem('stock.short', { errors: blocked });
  const unchanged = lines.every((line) => {
    const before = seen.get(line.packId);
    return before?.quantity === line.quantity && before.pack?.priceVnd === line.pack?.priceVnd;
  });
  if (!unchanged || seen.size !== lines.length) throw orderProblem('cart.changed');
  return quoted.map((part) => {
    const postage = part.postage as Extract<QuotedPart['postage'], { status: 'quoted' }>;
    return {
      ...part,
      id: randomUUID(),
      postageVnd: postage.postageVnd,
      codVnd: codOf(method, part.goodsVnd + postage.postageVnd),
      operatorCode: postage.operatorCode,
    };
  });
}

/** The line of the cart of which too little is left. */
export function shortError(index: number, available: number): FieldError {
  return { pointer: `/lines/${index}/quantity`, code: 'stock.short', detail: `available: ${available}` };
}
