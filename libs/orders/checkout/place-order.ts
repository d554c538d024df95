import { Injectable } from '@nestjs/common';
import { Labels } from '@choxa/labelling';
import {
  Clock,
  Database,
  idempotentAll,
  keptAnswer,
  platformProblem,
  Rounds,
  together,
  Trail,
  type Actor,
  type IdempotentRequest,
  type Tx,
} from '@choxa/platform';
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
import { writeOrders, type NewOrder } from './order-writer.js';
import type { PlacedOrderDto, PlaceOrderDto } from './place-order.dto.js';
import { PrepareOrder, type PreparedOrder } from './prepare-order.js';

const ROUTE = 'orders';

/** Most orders of one transaction. */
const MOST = 32;
/** One may wait for a lock while the other goes on. */
const LANES = 2;

interface Checkout {
  actor: Actor | null;
  /** Of the caller's cookie. */
  cartId: string | null;
  /** Of the caller's device, where somebody has signed in on it before. */
  deviceId?: string | null;
  idempotencyKey: string;
  input: PlaceOrderDto;
}

/** A checkout that waits for its transaction. */
interface PreparedCheckout {
  actor: Actor | null;
  buyer: CartHolder & { deviceId: string | null };
  request: IdempotentRequest;
  prepared: PreparedOrder;
}

/**
 * Turns a cart into an order, in one transaction: idempotency key, stock, order, one seller order per household, lots and label snapshots, payment
 * intents and one posting request per seller order. Prices come from the catalogue, postage from the post, never from the client. Orders that come
 * at the same moment share a transaction; where one of them is refused, each has its own.
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

  private readonly rounds = new Rounds((checkouts: readonly PreparedCheckout[]) => this.place(checkouts), {
    most: MOST,
    lanes: LANES,
    // The second order of a buyer finds what the first one left: of the cart, of the answer kept, of what may be owed in cash.
    apart: ({ request, prepared }) => [request.owner, prepared.phone],
  });

  /** The answer as JSON text, the same bytes for a repeated key. */
  async run({ actor, cartId, deviceId = null, idempotencyKey, input }: Checkout): Promise<string> {
    const buyer = { cartId, accountId: actor?.accountId ?? null, deviceId };
    const prepared = await this.prepare.run(buyer, input);
    return this.rounds.join({ actor, buyer, prepared, request: { owner: ownerOf(buyer), route: ROUTE, key: idempotencyKey, body: input } });
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

  private async place(checkouts: readonly PreparedCheckout[]): Promise<string[]> {
    const now = this.clock.now();
    const requests = checkouts.map(({ request }) => request);
    return this.db.transaction((tx) =>
      idempotentAll(tx, requests, now, async (fresh) => {
        const due = fresh.map((place) => checkouts[place]!);
        const asked = due.map(({ buyer, prepared }) => ({ ...buyer, phone: prepared.phone }));
        const wanted = await this.readCart.wantedToOrder(tx, asked);
        const orders = due.map(({ prepared, buyer }, index) => newOrder(prepared, wanted[index]!, buyer, now));
        const lines = due.flatMap(({ prepared }) => prepared.lines);
        await this.takeStock(tx, lines, now);
        await this.write(tx, due, orders, now);
        return orders.map(toPlaced);
      }),
    );
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

  private async write(tx: Tx, checkouts: readonly PreparedCheckout[], orders: readonly NewOrder[], now: Date): Promise<void> {
    const lines = checkouts.map(({ prepared }) => prepared.lines);
    const packIds = [...new Set(lines.flat().map(({ packId }) => packId))];
    const allotments = await allotmentsOf(tx, lines, await this.labels.forSale(tx, packIds, now));
    const allotted = orders.map((order, index) => ({ order, holder: checkouts[index]!.buyer, allotments: allotments[index]! }));
    // Sent together: rivals for the same packs wait until all of it is done.
    const [cod] = await together(writeOrders(tx, allotted, now), this.announce.run(tx, allotted), this.record(tx, checkouts, orders));
    for (const [index, order] of orders.entries()) requireCodAllowed(checkouts[index]!.actor, order, cod[index]!);
  }

  /** One entry for a whole order: a checkout is the busiest transaction there is. */
  private async record(tx: Tx, checkouts: readonly PreparedCheckout[], orders: readonly NewOrder[]): Promise<void> {
    const facts = orders.map(({ id, number, totalVnd, sellerOrders }, index) => ({
      actor: checkouts[index]!.actor ?? ('guest' as const),
      action: 'order.placed',
      subjectKind: 'order',
      subjectId: id,
      details: { number, totalVnd, sellerOrderIds: sellerOrders.map((part) => part.id) },
    }));
    await this.trail.recordAll(tx, facts);
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
