import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Labels } from '@choxa/labelling';
import { Places, type Place } from '@choxa/places';
import { Clock, Database, Events, idempotent, Notify, Trail, type Actor, type FieldError, type Tx } from '@choxa/platform';
import { PostingRequested } from '@choxa/postal-contract';
import { formatVnd, parsePhone } from '@choxa/standards';
import { canBeOrdered, sumVnd } from '../cart/cart.rules.js';
import { ReadCart, type CartLine, type QuotedPart } from '../cart/read-cart.query.js';
import { orderProblem } from '../orders.problems.js';
import { PaymentMethods } from '../payments/payment-methods.js';
import { codOf, isPrepaid, type PaymentMethod } from '../payments/payment.rules.js';
import { SellerOrderPlaced } from '../seller-orders/seller-orders.events.js';
import { Stock } from '../stock/stock.js';
import { hashOf, newAccessKey, newOrderNumber } from './order-number.js';
import { writeOrder, type NewOrder, type NewSellerOrder } from './order-writer.js';
import type { PlacedOrderDto, PlaceOrderDto } from './place-order.dto.js';

interface Checkout {
  actor: Actor | null;
  cartId: string | null;
  idempotencyKey: string;
  input: PlaceOrderDto;
}

/**
 * Turns a cart into an order, in one transaction: idempotency key, stock, order, one seller order per household, label snapshots, payment
 * intents and one posting request per seller order. Prices come from the catalogue, postage from the post, never from the client.
 */
@Injectable()
export class PlaceOrder {
  // Ten collaborators: a checkout is where the marketplace meets itself; each is called once below.
  constructor(
    private readonly db: Database,
    private readonly readCart: ReadCart,
    private readonly stock: Stock,
    private readonly labels: Labels,
    private readonly places: Places,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly paymentMethods: PaymentMethods,
  ) {}

  /** The answer as JSON text, the same bytes for a repeated key. */
  async run({ actor, cartId, idempotencyKey, input }: Checkout): Promise<string> {
    const phone = parsePhone(input.phone);
    if (!phone.ok) throw orderProblem('phone.invalid', { errors: [fieldError('/phone', 'phone.invalid', input.phone)] });
    const place = this.places.commune(input.communeCode);
    if (!place) throw orderProblem('place.unknown', { errors: [fieldError('/communeCode', 'place.unknown', input.communeCode)] });
    // Postage is asked before the transaction: no lock is held while the post thinks.
    const quoted = await this.quotedParts(cartId, place);
    await this.requireOffered(input.paymentMethod, quoted);
    const owner = actor ? `account:${actor.accountId}` : `cart:${cartId ?? ''}`;
    const now = this.clock.now();
    return this.db.transaction((tx) =>
      idempotent(tx, { owner, route: 'orders', key: idempotencyKey, body: input }, now, async () => {
        const lines = await this.readCart.lines(cartId, tx);
        if (!lines.length) throw orderProblem('cart.empty');
        const order = this.newOrder(actor, input, phone.e164, place, this.sellerOrders(lines, quoted, input.paymentMethod), now);
        await this.takeStock(tx, lines, now);
        await this.write(tx, order, cartId!);
        await this.record(tx, actor, order);
        return toPlaced(order);
      }),
    );
  }

  private async quotedParts(cartId: string | null, place: Place): Promise<QuotedPart[]> {
    const lines = await this.readCart.lines(cartId);
    return this.readCart.quoted(await this.readCart.parts(lines), place.provinceCode);
  }

  private async requireOffered(method: PaymentMethod, quoted: QuotedPart[]): Promise<void> {
    if (method === 'cod') return;
    const householdIds = quoted.map((part) => part.household.id);
    if (!(await this.paymentMethods.offered(this.db.read, householdIds)).includes(method))
      throw orderProblem('payment.method', { errors: [fieldError('/paymentMethod', 'payment.method', method)] });
  }

  /** What was quoted, checked against the cart as the transaction sees it. */
  private sellerOrders(lines: CartLine[], quoted: QuotedPart[], method: PaymentMethod): NewSellerOrder[] {
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

  private newOrder(
    actor: Actor | null,
    input: PlaceOrderDto,
    phone: string,
    place: Place,
    sellerOrders: NewSellerOrder[],
    now: Date,
  ): NewOrder {
    const goodsVnd = sumVnd(sellerOrders.map((part) => part.goodsVnd));
    const postageVnd = sumVnd(sellerOrders.map((part) => part.postageVnd));
    const totalVnd = goodsVnd + postageVnd;
    if (input.expectedTotalVnd != null && input.expectedTotalVnd !== totalVnd) throw orderProblem('cart.changed');
    const { recipientName, street, note, paymentMethod } = input;
    return {
      id: randomUUID(),
      number: newOrderNumber(),
      accessKey: newAccessKey(),
      accountId: actor?.accountId ?? null,
      recipientName,
      street,
      note: note || null,
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

  /** One entry for the whole order: a checkout is the busiest transaction there is. */
  private async record(tx: Tx, actor: Actor | null, { id, number, totalVnd, sellerOrders }: NewOrder): Promise<void> {
    const details = { number, totalVnd, sellerOrderIds: sellerOrders.map((part) => part.id) };
    await this.trail.record(tx, actor ?? 'guest', { action: 'order.placed', subjectKind: 'order', subjectId: id, details });
  }

  private async takeStock(tx: Tx, lines: CartLine[], now: Date): Promise<void> {
    const short = await this.stock.take(tx, lines, now);
    if (!short.length) return;
    const available = new Map(short.map((pack) => [pack.packId, pack.available]));
    throw orderProblem('stock.short', {
      errors: lines.flatMap((line, index) => (available.has(line.packId) ? [shortError(index, available.get(line.packId)!)] : [])),
    });
  }

  private async write(tx: Tx, order: NewOrder, cartId: string): Promise<void> {
    const packIds = order.sellerOrders.flatMap((part) => part.lines.map((line) => line.packId));
    const labels = await this.labels.snapshots(tx, packIds, order.placedAt);
    await writeOrder(tx, order, hashOf(order.accessKey), labels, cartId);
    for (const part of order.sellerOrders) {
      await this.events.publish(tx, PostingRequested, toPostingRequest(order, part, labels));
      await this.events.publish(tx, SellerOrderPlaced, {
        sellerOrderId: part.id,
        orderNumber: order.number,
        householdId: part.household.id,
        goodsVnd: part.goodsVnd,
        placedAt: order.placedAt.toISOString(),
      });
      await this.notify.send(tx, {
        to: part.household.phone,
        channel: 'sms',
        template: 'orders.new-seller-order',
        text: newOrderText(order, part),
      });
    }
  }
}

function newOrderText({ number, paymentMethod }: NewOrder, { goodsVnd }: NewSellerOrder): string {
  const told = `Chợ Xã: đơn mới ${number}, bạn nhận ${formatVnd(goodsVnd)}. Bấm "Có hàng" để xác nhận`;
  return isPrepaid(paymentMethod)
    ? `${told}; khách trả trước, tiền về rồi hãy gói. / New order: confirm now, pack once it is paid.`
    : `${told}. / New order, please confirm.`;
}

/** The post's own words for what is asked of it: who sends, to whom, what is inside, how much to collect. */
function toPostingRequest(order: NewOrder, part: NewSellerOrder, labels: Awaited<ReturnType<Labels['snapshots']>>) {
  const { household } = part;
  return {
    operatorCode: part.operatorCode,
    sender: { name: household.name, phone: household.phone, street: household.street, communeCode: household.communeCode },
    senderReference: part.id,
    recipient: { name: order.recipientName, phone: order.phone, street: order.street, communeCode: order.place.code },
    weightGrams: part.weightGrams,
    codVnd: part.codVnd,
    contents: part.lines.map((line) => ({
      code14: labels.get(line.packId)?.barcode?.number ?? null,
      description: `${line.pack!.productName} ${line.pack!.netContent}`,
      quantity: line.quantity,
    })),
    requestedAt: order.placedAt.toISOString(),
  };
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

function shortError(index: number, available: number): FieldError {
  return fieldError(`/lines/${index}/quantity`, 'stock.short', `available: ${available}`);
}

function fieldError(pointer: string, code: string, detail: string): FieldError {
  return { pointer, code, detail };
}
