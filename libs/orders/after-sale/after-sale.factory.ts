import sharp from 'sharp';
import { sql, type Actor } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered } from '@choxa/postal-contract';
import type { HttpAnswer } from '@choxa/testing';
import { OrdersWorld, type Seller } from '../orders.factory.js';

export interface Delivered {
  number: string;
  key: string;
  /** The seller order. */
  id: string;
  packIds: string[];
  /** Packs of all of them. */
  bought: number;
  lineIds: string[];
}

/** Orders that have been delivered and paid at the door, and what their buyers and household do then. For specs. */
export class AfterSaleWorld {
  private constructor(
    readonly shop: OrdersWorld,
    readonly seller: Seller,
  ) {}

  static async open(): Promise<AfterSaleWorld> {
    const shop = await OrdersWorld.open();
    return new AfterSaleWorld(shop, await shop.seller('Hộ Sau Bán'));
  }

  close(): Promise<void> {
    return this.shop.world.close();
  }

  rows<T = Record<string, unknown>>(text: string, params: unknown[] = []): Promise<T[]> {
    return sql<T>(this.shop.world.db.read, text, params);
  }

  /** Packs at 100,000 ₫ of which ten are there, ordered in these quantities; 22,000 ₫ of postage. */
  async ordered(quantities: number[] = [2]): Promise<Delivered> {
    const packIds: string[] = [];
    for (const quantity of quantities) packIds.push(await this.shop.pack(this.seller, { stock: 10, name: `Trà ${quantity}` }));
    const { body } = await this.shop.order(await this.shop.cart(...packIds.map((packId, at) => ({ packId, quantity: quantities[at]! }))));
    await this.shop.world.drain();
    const id = body.sellerOrders[0].id as string;
    const lines = await this.rows<{ id: string; packId: string }>(
      'select id, pack_id as "packId" from orders.order_line where seller_order_id = $1',
      [id],
    );
    const lineIds = packIds.map((packId) => lines.find((line) => line.packId === packId)!.id);
    return {
      number: body.number,
      key: body.accessKey,
      id,
      packIds,
      lineIds,
      bought: quantities.reduce((sum, quantity) => sum + quantity, 0),
    };
  }

  async delivered(quantities: number[] = [2]): Promise<Delivered> {
    const order = await this.ordered(quantities);
    await this.accept(order.id);
    const [{ codVnd }] = (await this.rows<{ codVnd: number }>('select cod_vnd as "codVnd" from orders.seller_order where id = $1', [
      order.id,
    ])) as [{ codVnd: number }];
    await this.deliver(order.id, codVnd);
    return order;
  }

  accept(reference: string): Promise<void> {
    return this.shop.post(ParcelAccepted, { ...this.parcel(reference), acceptedAt: this.now(), weightGrams: 500, checks: [] });
  }

  deliver(reference: string, codCollectedVnd = 0): Promise<void> {
    return this.shop.post(ParcelDelivered, {
      ...this.parcel(reference),
      deliveredAt: this.now(),
      deliveryPlace: 'address',
      codCollectedVnd,
    });
  }

  now(): string {
    return this.shop.world.clock.now().toISOString();
  }

  /** As the buyer, with the key of the order's link. */
  buyer(order: Delivered, method: string, path: string, body?: object): Promise<HttpAnswer> {
    return this.shop.world.http(method, `/orders/${order.number}/${path}?key=${order.key}`, { body });
  }

  household(method: string, path: string, body?: object, as: Actor = this.seller.actor): Promise<HttpAnswer> {
    return this.shop.world.http(method, path, { as, body });
  }

  async picture(order: Delivered, upload?: Buffer): Promise<HttpAnswer> {
    const bytes =
      upload ??
      (await sharp({ create: { width: 80, height: 60, channels: 3, background: '#853' } })
        .jpeg()
        .toBuffer());
    const head = '--ranh\r\nContent-Disposition: form-data; name="file"; filename="anh.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--ranh--\r\n')]);
    const path = `/orders/${order.number}/return-pictures?key=${order.key}&sellerOrderId=${order.id}`;
    return this.shop.world.http('POST', path, { body, headers: { 'content-type': 'multipart/form-data; boundary=ranh' } });
  }

  /** Asks to return these quantities of the lines; answers the return's id. */
  async returned(order: Delivered, quantities: number[], reason = 'missing_part'): Promise<string> {
    const lines = quantities.flatMap((quantity, at) => (quantity ? [{ lineId: order.lineIds[at]!, quantity }] : []));
    const answer = await this.buyer(order, 'POST', 'returns', { sellerOrderId: order.id, lines, reason });
    if (answer.status !== 204) throw new Error(answer.text);
    const [one] = await this.rows<{ id: string }>(
      `select id from orders.return_case where seller_order_id = $1 order by opened_at desc, id desc limit 1`,
      [order.id],
    );
    // A later one must be told from it.
    this.shop.world.clock.advance(1_000);
    return one!.id;
  }

  receive(id: string, order: Delivered, lines: [at: number, restocked: number, writtenOff: number][]): Promise<HttpAnswer> {
    return this.household('POST', `/returns/${id}/receipt`, {
      lines: lines.map(([at, restocked, writtenOff]) => ({ lineId: order.lineIds[at]!, restocked, writtenOff })),
    });
  }

  async onHand(packId: string): Promise<number> {
    return (await this.rows<{ n: number }>('select on_hand as n from orders.stock where pack_id = $1', [packId]))[0]!.n;
  }

  private parcel(reference: string): { number: string; senderReference: string } {
    return { number: 'EE473124829XA', senderReference: reference };
  }
}
