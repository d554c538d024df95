import { Households } from '@choxa/households';
import { LotRecalled, type LotRecalledV1 } from '@choxa/labelling';
import { Clock, Config, Handles, Notify, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { startOfDay } from '@choxa/standards';
import { HELD_COUNTS } from '../seller-orders/line-lots.sql.js';

interface ReachedOrder {
  orderNumber: string;
  phone: string;
  sellerOrderId: string;
  packs: number;
}

/** Whoever bought of a recalled lot hears of it, and the household learns how many orders it is about. */
@Handles(LotRecalled)
export class TellBuyersWhenLotRecalled implements EventHandler<LotRecalledV1> {
  constructor(
    private readonly households: Households,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<LotRecalledV1>): Promise<void> {
    const reached = await sql<ReachedOrder>(tx, REACHED, [
      data.lotId,
      data.scope === 'pack' ? data.packId : null,
      startOfDay(data.producedOn),
    ]);
    for (const order of reached) await this.tellBuyer(tx, data, order);
    await this.tellHousehold(tx, data, reached);
  }

  private async tellBuyer(tx: Tx, recall: LotRecalledV1, { orderNumber, phone, sellerOrderId, packs }: ReachedOrder): Promise<void> {
    await sql(tx, 'insert into orders.recall_reach (recall_id, seller_order_id, packs, told_at) values ($1, $2, $3, $4)', [
      recall.recallId,
      sellerOrderId,
      packs,
      this.clock.now(),
    ]);
    const { productName, lotCode, note, traceCode } = recall;
    const page = `${this.config.publicUrl}/t/${traceCode}`;
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.lot-recalled',
      text:
        `Chợ Xã: THU HỒI ${productName}, lô ${lotCode}, trong đơn ${orderNumber}. ${note} Xem ${page} ` +
        `/ RECALL: ${productName}, lot ${lotCode}, in your order ${orderNumber}. Do not use it; see ${page}`,
    });
  }

  private async tellHousehold(tx: Tx, { householdId, productName, lotCode }: LotRecalledV1, reached: ReachedOrder[]): Promise<void> {
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (!phone) return;
    await this.notify.send(tx, {
      to: phone,
      channel: 'sms',
      template: 'orders.lot-recalled-household',
      text:
        `Chợ Xã: lô ${lotCode} của ${productName} bị thu hồi, ngừng bán ngay. ${reached.length} đơn có hàng này, người mua đã được báo. ` +
        `Đơn chưa gửi thì đừng gửi. / Lot ${lotCode} is recalled and off sale. ${reached.length} orders have it; their buyers were told. ` +
        'Do not send what is not yet sent.',
    });
  }
}

// Lines that hold of the lot as packed, else as allotted; a line without either, sold before lots were allotted, by its label. Where lots cannot
// be told apart ($2), every sale of the pack since the lot was made counts.
const REACHED = `
  with of_lot as (select order_line_id, quantity from orders.order_line_lot held where lot_id = $1::uuid and ${HELD_COUNTS})
  select whole.number as "orderNumber", whole.phone, part.id as "sellerOrderId", sum(coalesce(of_lot.quantity, line.quantity))::int as packs
    from orders.order_line line
    join orders.seller_order part on part.id = line.seller_order_id
    join orders."order" whole on whole.id = part.order_id
    left join of_lot on of_lot.order_line_id = line.id
   where part.state <> 'cancelled'
     and (line.id = any(array(select order_line_id from of_lot))
          or (line.label ->> 'lotId' = $1::text and not exists (select from orders.order_line_lot where order_line_id = line.id))
          or (line.pack_id = $2::uuid and part.placed_at >= $3))
   group by whole.number, whole.phone, part.id order by part.id`;
