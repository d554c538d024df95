import { randomUUID } from 'node:crypto';
import type { FieldError } from '@choxa/platform';
import { canBeOrdered, sumVnd, type WantedLine } from '../cart/cart.rules.js';
import type { CartLine, QuotedPart } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';
import { codOf, type PaymentMethod } from '../payments/payment.rules.js';
import { buyerHashes } from './buyer-hashes.rules.js';
import { newAccessKey, newOrderNumber } from './order-number.js';
import type { NewOrder, NewSellerOrder } from './order-writer.js';
import type { PreparedOrder } from './prepare-order.js';

/**
 * The order that is about to be written. Throws `cart.empty`, `quote.unavailable`, `stock.short`, and `cart.changed` when the cart is not what was
 * quoted, or its total not what the shopper saw. Prices and stock are looked at behind the locks of their rows (`Stock.take`).
 *
 * @param wanted the cart as the transaction sees it
 */
export function newOrder(
  { input, phone, place, lines, parts, office }: PreparedOrder,
  wanted: readonly WantedLine[],
  { accountId, deviceId }: { accountId: string | null; deviceId: string | null },
  now: Date,
): NewOrder {
  if (!wanted.length) throw orderProblem('cart.empty');
  if (!isWanted(lines, wanted)) throw orderProblem('cart.changed');
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
    buyer: buyerHashes({ accountId, phone, street, communeCode: place.code, deviceId }),
    sellerOrders,
    placedAt: now,
  };
}

function isWanted(lines: readonly CartLine[], wanted: readonly WantedLine[]): boolean {
  const quantities = new Map(wanted.map((line) => [line.packId, line.quantity]));
  return lines.length === wanted.length && lines.every((line) => quantities.get(line.packId) === line.quantity);
}

function newSellerOrders(lines: CartLine[], quoted: QuotedPart[], method: PaymentMethod): NewSellerOrder[] {
  if (quoted.some((part) => part.postage.status !== 'quoted')) throw orderProblem('quote.unavailable');
  const blocked = lines.flatMap((line, index) => (canBeOrdered(line.problem) ? [] : [shortError(index, line.onHand)]));
  if (blocked.length) throw orderProblem('stock.short', { errors: blocked });
  // A household that cannot send any more has no part.
  if (quoted.flatMap((part) => part.lines).length !== lines.length) throw orderProblem('cart.changed');
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
