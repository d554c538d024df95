import { Injectable } from '@nestjs/common';
import { Labels } from '@choxa/labelling';
import { Clock, Database, idempotent, keptAnswer, platformProblem, together, Trail, type Actor, type Tx } from '@choxa/platform';
import type { CartHolder } from '../cart/cart-holder.js';
import { ReadCart, type CartLine } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';
import { isPrepaid } from '../payments/payment.rules.js';
import { Stock } from '../stock/stock.js';
import { allotmentsOf } from './allot-lots.js';
import { AnnounceOrder } from './announce-order.js';
import { codRefusal } from './cod-limits.rules.js';
import type { CodFacts } from './cod-standing.sql.js';
import { newOrder, shortError } from './new-order.rules.js';
import { hashOf } from './order-number.js';
import { writeOrder, type NewOrder } from './order-writer.js';
import type { PlacedOrderDto, PlaceOrderDto } from './place-order.dto.js';
import { PrepareOrder } from './prepare-order.js';

const ROUTE = 'orders';

interface Checkout {
  actor: Actor | null;
  /** Of the caller's cookie. */
  cartId: string | null;
  /** Of the caller's device, where somebody has signed in on it before. */
  deviceId?: string | null;
  idempotencyKey: string;
  input: PlaceOrderDto;
}

/**
 * Turns a cart into an order, in one transaction: idempotency key, stock, order, one seller order per household, lots and label snapshots, payment
 * intents and one posting request per seller order. Prices come from the catalogue, postage from the post, never from the client.
 */
@Injectable()
export class PlaceOrder {
  // Eight collaborators: a checkout is where the marketplace meets itself; each is called once below.
  constructor(
    private readonly db: Database,
    private readonly prepare: PrepareOrder,
    private readonly readCart: ReadCart,
    private readonly stock: Stock,
    private readonly labels: Labels,
    private readonly announce: AnnounceOrder,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The answer as JSON text, the same bytes for a repeated key. */
  async run({ actor, cartId, deviceId = null, idempotencyKey, input }: Checkout): Promise<string> {
    const holder: CartHolder = { cartId, accountId: actor?.accountId ?? null };
    const prepared = await this.prepare.run(holder, input);
    const now = this.clock.now();
    return this.db.transaction((tx) =>
      idempotent(tx, { owner: ownerOf(holder), route: ROUTE, key: idempotencyKey, body: input }, now, async () => {
        const order = newOrder(prepared, await this.readCart.wantedToOrder(tx, holder, prepared.phone), { ...holder, deviceId }, now);
        await this.takeStock(tx, prepared.lines, now);
        await this.write(tx, actor, order, prepared.lines, holder);
        return toPlaced(order);
      }),
    );
  }

  /**
   * What was answered to this key before, for a shopper who never saw it: a lost connection, a page opened anew.
   * Throws `not-found` when no order of this buyer carries the key.
   */
  async placed(holder: CartHolder, idempotencyKey: string): Promise<string> {
    const answer = await keptAnswer(this.db.read, { owner: ownerOf(holder), route: ROUTE, key: idempotencyKey });
    if (!answer) throw platformProblem('not-found');
    return answer;
  }

  private async takeStock(tx: Tx, lines: CartLine[], now: Date): Promise<void> {
    const wanted = lines.map(({ packId, quantity, pack }) => ({ packId, quantity, priceVnd: pack!.priceVnd }));
    const { short, repriced } = await this.stock.take(tx, wanted, now);
    if (!short.length && !repriced) return;
    if (!short.length) throw orderProblem('cart.changed');
    const available = new Map(short.map((pack) => [pack.packId, pack.available]));
    throw orderProblem('stock.short', {
      errors: lines.flatMap((line, index) => (available.has(line.packId) ? [shortError(index, available.get(line.packId)!)] : [])),
    });
  }

  private async write(tx: Tx, actor: Actor | null, order: NewOrder, lines: CartLine[], holder: CartHolder): Promise<void> {
    const labels = await this.labels.forSale(
      tx,
      lines.map((line) => line.packId),
      order.placedAt,
    );
    const allotments = await allotmentsOf(tx, lines, labels);
    // Sent together: rivals for the same pack wait until all of it is done.
    const [cod] = await together(
      writeOrder(tx, order, hashOf(order.accessKey), allotments, holder),
      this.announce.run(tx, order, allotments),
      this.record(tx, actor, order),
    );
    requireCodAllowed(actor, order, cod);
  }

  /** One entry for the whole order: a checkout is the busiest transaction there is. */
  private async record(tx: Tx, actor: Actor | null, { id, number, totalVnd, sellerOrders }: NewOrder): Promise<void> {
    const details = { number, totalVnd, sellerOrderIds: sellerOrders.map((part) => part.id) };
    await this.trail.record(tx, actor ?? 'guest', { action: 'order.placed', subjectKind: 'order', subjectId: id, details });
  }
}

/** Throws `cod.*`. A signed-in buyer has shown to hold the account's phone. */
function requireCodAllowed(
  actor: Actor | null,
  { paymentMethod, phone, totalVnd }: NewOrder,
  { standing, limits, verified }: CodFacts,
): void {
  if (isPrepaid(paymentMethod)) return;
  const refusal = codRefusal(standing, limits, { totalVnd, verified: verified || actor?.phone === phone });
  if (refusal) throw orderProblem(refusal);
}

/** Whose Idempotency-Keys they are: a guest's belong to the cart. */
function ownerOf({ cartId, accountId }: CartHolder): string {
  return accountId ? `account:${accountId}` : `cart:${cartId ?? ''}`;
}

function toPlaced(order: NewOrder): PlacedOrderDto {
  const { number, accessKey, goodsVnd, postageVnd, totalVnd } = order;
  const sellerOrders = order.sellerOrders.map((part) => ({
    id: part.id,
    householdName: part.household.name,
    goodsVnd: part.goodsVnd,
    postageVnd: part.postageVnd,
    codVnd: part.codVnd,
  }));
  return { number, accessKey, goodsVnd, postageVnd, totalVnd, sellerOrders };
}
