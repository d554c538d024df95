import { ScannedPacks } from '@choxa/labelling';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { ParcelPacked, readPostalEvent, type ParcelPackedV1 } from '@choxa/postal-contract';
import { MoveSellerOrder } from '../parcels/move-seller-order.js';

/**
 * The post packed a parcel from the household's goods it keeps: its lots are the ones that were sent, so a recall reaches the right buyers. A lot
 * the household has not told us of is passed over; what was allotted at checkout then stands for its line.
 */
@Handles(ParcelPacked)
export class KeepLotsWhenParcelPacked implements EventHandler<ParcelPackedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly scannedPacks: ScannedPacks,
  ) {}

  async handle(tx: Tx, event: EventEnvelope<ParcelPackedV1>): Promise<void> {
    const { senderReference, contents } = readPostalEvent(ParcelPacked, event.data);
    const order = await this.moves.lock(tx, senderReference);
    if (!order) return;
    await sql(tx, FORGET, [order.id]);
    for (const { code14, lotCode, quantity } of contents) {
      const found = await this.scannedPacks.ofLot(tx, code14, lotCode);
      if (found?.lot) await sql(tx, KEEP, [order.id, found.packId, found.lot.id, found.lot.code, quantity]);
    }
    await this.moves.step(tx, 'system', order, 'packed');
  }
}

const FORGET = `
  delete from orders.order_line_lot lot using orders.order_line line
   where lot.order_line_id = line.id and line.seller_order_id = $1 and lot.source = 'packed'`;

const KEEP = `
  insert into orders.order_line_lot (order_line_id, lot_id, lot_code, quantity, source)
  select line.id, $3::uuid, $4, $5::int, 'packed' from orders.order_line line
   where line.seller_order_id = $1 and line.pack_id = $2 order by line.position limit 1
  on conflict (order_line_id, source, lot_id) do update set quantity = order_line_lot.quantity + excluded.quantity`;
