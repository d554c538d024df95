import { Injectable } from '@nestjs/common';
import { Database, sql, type Actor } from '@choxa/platform';
import { maskPhone } from '@choxa/standards';
import { parcelsOf } from '../parcels/parcels-of.query.js';
import { linesOf } from '../seller-orders/order-lines.query.js';
import { buyersOrder } from './buyers-order.query.js';
import type { OrderDto, OrderPartDto } from './order.dto.js';

interface Row extends Omit<OrderDto, 'placedAt' | 'address' | 'sellerOrders'> {
  placedAt: Date;
  street: string;
  communeName: string;
  provinceName: string;
}

/** A buyer's view of orders: by the key in the link, or by the account that ordered. */
@Injectable()
export class Orders {
  constructor(private readonly db: Database) {}

  /** @throws not-found alike for a wrong number, a wrong key and another's order. */
  async one(actor: Actor | null, number: string, key: string | undefined): Promise<OrderDto> {
    const { id } = await buyersOrder(this.db.read, actor, number, key);
    const [row] = await sql<Row>(
      this.db.read,
      `select number, placed_at as "placedAt", recipient_name as "recipientName", phone, street, note, office_name as "officeName", gift, commune_name as "communeName",
              province_name as "provinceName", goods_vnd as "goodsVnd", postage_vnd as "postageVnd", total_vnd as "totalVnd",
              payment_method as "paymentMethod"
         from orders."order" where id = $1`,
      [id],
    );
    const { street, communeName, provinceName, ...order } = row!;
    return {
      ...order,
      phone: maskPhone(order.phone),
      placedAt: order.placedAt.toISOString(),
      address: [street, communeName, provinceName].join(', '),
      sellerOrders: await this.parts(id),
    };
  }

  private async parts(orderId: string): Promise<OrderPartDto[]> {
    const rows = await sql<Omit<OrderPartDto, 'lines' | 'parcels'>>(
      this.db.read,
      `select id, household_name as "householdName", household_slug as "householdSlug", state, goods_vnd as "goodsVnd",
              postage_vnd as "postageVnd", cod_vnd as "codVnd", inspection, parcel_number as "parcelNumber", parcel_state as "parcelStatus",
              cancelled_by as "cancelledBy", cancel_reason as "cancelReason", cancel_note as "cancelNote"
         from orders.seller_order where order_id = $1 order by household_name, id`,
      [orderId],
    );
    const ids = rows.map((row) => row.id);
    const [lines, parcels] = [await linesOf(this.db.read, ids), await parcelsOf(this.db.read, ids)];
    return rows.map((row) => ({ ...row, parcels: parcels.get(row.id) ?? [], lines: lines.get(row.id) ?? [] }));
  }
}
