import { sql, type Actor } from '@choxa/platform';
import { ParcelAccepted, ParcelDelivered } from '@choxa/postal-contract';
import type { HttpAnswer } from '@choxa/testing';
import type { OrdersWorld } from '../orders.factory.js';

/** A pack that somebody has ordered. */
export interface Bought {
  /** Of the order, with the key that its link carries. */
  number: string;
  key: string;
  sellerOrderId: string;
  lineId: string;
  /** Of the product. */
  slug: string;
}

interface Buyer {
  /** A guest unless told. */
  as?: Actor;
  recipientName?: string;
  phone?: string;
}

/** Buyers who write what they think of the goods. */
export class Reviewing {
  constructor(private readonly shop: OrdersWorld) {}

  async buy(packId: string, { as, ...more }: Buyer = {}): Promise<Bought> {
    const { body } = await this.shop.order(await this.shop.cart({ packId, quantity: 1 }), more, as ? { as } : {});
    const [line] = await sql<{ id: string; slug: string }>(
      this.shop.world.db.read,
      'select id, slug from orders.order_line where seller_order_id = $1',
      [body.sellerOrders[0].id],
    );
    return { number: body.number, key: body.accessKey, sellerOrderId: body.sellerOrders[0].id, lineId: line!.id, slug: line!.slug };
  }

  async deliver({ sellerOrderId }: Bought): Promise<void> {
    const at = this.shop.world.clock.now().toISOString();
    const number = `n-${sellerOrderId.slice(0, 8)}`;
    await this.shop.post(ParcelAccepted, { number, senderReference: sellerOrderId, acceptedAt: at, weightGrams: 250, checks: [] });
    const delivered = { number, senderReference: sellerOrderId, deliveredAt: at, deliveryPlace: 'address', codCollectedVnd: 0 };
    await this.shop.post(ParcelDelivered, delivered);
  }

  /** Bought and delivered. */
  async received(packId: string, buyer: Buyer = {}): Promise<Bought> {
    const bought = await this.buy(packId, buyer);
    await this.deliver(bought);
    return bought;
  }

  /** Writes a review of what was bought: with the order's key unless told otherwise. */
  write(bought: Bought, body: object, options: { as?: Actor; key?: string } = { key: bought.key }): Promise<HttpAnswer> {
    const query = options.key ? `?key=${options.key}` : '';
    return this.shop.world.http('PUT', `${pathOf(bought)}${query}`, { body, ...(options.as ? { as: options.as } : {}) });
  }

  /** Sends a picture in field `file`, as a browser's form does. */
  upload(to: string, bytes: Buffer): Promise<HttpAnswer> {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="tep"\r\nContent-Type: image/jpeg\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
    return this.shop.world.http('POST', to, { body, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
  }

  /** What everybody reads about a product. */
  async shown(slug: string, params = '') {
    return (await this.shop.world.http('GET', `/products/${slug}/reviews${params}`)).body;
  }
}

/** Of the review of what was bought. */
export const pathOf = ({ number, lineId }: Bought) => `/orders/${number}/lines/${lineId}/review`;
