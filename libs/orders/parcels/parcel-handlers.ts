import { Listings } from '@choxa/catalogue';
import { RecordBarcodeChecks, type CheckedBarcode } from '@choxa/labelling';
import { Events, Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import {
  ParcelAccepted,
  ParcelDelivered,
  ParcelRegistered,
  ParcelReturned,
  ParcelStatusChanged,
  type ParcelAcceptedV1,
  type ParcelDeliveredV1,
  type ParcelRegisteredV1,
  type ParcelReturnedV1,
  type ParcelStatusChangedV1,
} from '@choxa/postal-contract';
import { Payments } from '../payments/payments.js';
import { OweRefund } from '../refunds/owe-refund.js';
import { OpenRefusedParcel } from '../returns/open-refused-parcel.js';
import { TakeBackRest } from '../returns/take-back-rest.js';
import { deliveredFacts } from '../seller-orders/delivered-facts.query.js';
import { SellerOrderDelivered, SellerOrderReturned } from '../seller-orders/seller-orders.events.js';
import { MoveSellerOrder, type LockedSellerOrder } from './move-seller-order.js';

// What the post reports changes our copy of it. A reference we do not know belongs to another sender and is let pass.

@Handles(ParcelRegistered)
export class NumberSellerOrderWhenParcelRegistered implements EventHandler<ParcelRegisteredV1> {
  async handle(tx: Tx, { data }: EventEnvelope<ParcelRegisteredV1>): Promise<void> {
    await sql(tx, `update orders.seller_order set parcel_number = $2, parcel_state = coalesce(parcel_state, 'announced') where id = $1`, [
      data.senderReference,
      data.number,
    ]);
  }
}

@Handles(ParcelAccepted)
export class PostSellerOrderWhenParcelAccepted implements EventHandler<ParcelAcceptedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly barcodeChecks: RecordBarcodeChecks,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelAcceptedV1>): Promise<void> {
    const order = await this.moves.lock(tx, data.senderReference);
    if (!order) return;
    await sql(tx, 'update orders.seller_order set accepted_at = $2 where id = $1', [order.id, data.acceptedAt]);
    await keepChecks(tx, order.id, data.checks);
    await this.barcodeChecks.run(tx, await matchingPacks(tx, order.id), new Date(data.acceptedAt));
    await this.moves.reach(tx, order, 'posted');
  }
}

@Handles(ParcelStatusChanged)
export class CopyParcelStateWhenParcelStatusChanged implements EventHandler<ParcelStatusChangedV1> {
  constructor(private readonly moves: MoveSellerOrder) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelStatusChangedV1>): Promise<void> {
    const order = await this.moves.lock(tx, data.senderReference);
    if (!order) return;
    const [newer] = await sql(
      tx,
      `update orders.seller_order set parcel_state = $2, parcel_state_at = $3
        where id = $1 and (parcel_state_at is null or parcel_state_at <= $3) returning 1 as one`,
      [order.id, data.state, data.at],
    );
    if (newer && data.state === 'returning') await this.moves.reach(tx, order, 'returning');
  }
}

@Handles(ParcelDelivered)
export class CompleteSellerOrderWhenParcelDelivered implements EventHandler<ParcelDeliveredV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly payments: Payments,
    private readonly takeBackRest: TakeBackRest,
    private readonly listings: Listings,
    private readonly events: Events,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelDeliveredV1>): Promise<void> {
    const order = await this.moves.lock(tx, data.senderReference);
    if (!order) return;
    // Events may overtake each other; the clerk's label check must be on the lines before they are counted. The queue tries again.
    if (!order.acceptedAt) throw new Error(`seller order ${order.id}: delivered before its acceptance arrived`);
    waitForWithdrawal(order);
    if (!(await this.moves.reach(tx, order, 'delivered'))) return;
    await sql(tx, 'update orders.seller_order set delivered_at = $2 where id = $1', [order.id, data.deliveredAt]);
    if (data.taken && data.rest) await this.takeBackRest.run(tx, order.id, data.taken, data.rest);
    await this.payments.collected(tx, order.id, data.codCollectedVnd, new Date(data.deliveredAt));
    const facts = await deliveredFacts(tx, order.id);
    await this.listings.addSold(tx, facts.lines);
    await this.events.publish(tx, SellerOrderDelivered, facts);
  }
}

@Handles(ParcelReturned)
export class TakeBackSellerOrderWhenParcelReturned implements EventHandler<ParcelReturnedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly refusedParcels: OpenRefusedParcel,
    private readonly oweRefund: OweRefund,
    private readonly events: Events,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelReturnedV1>): Promise<void> {
    const order = await this.moves.lock(tx, data.senderReference);
    if (!order) return;
    waitForWithdrawal(order);
    if (!(await this.moves.reach(tx, order, 'returned'))) return;
    await this.moves.undoPayment(tx, order.id, 'return');
    await this.oweRefund.run(tx, 'system', order.id, 'return');
    // The goods go on sale again when the household has looked at them.
    await this.refusedParcels.run(tx, order.id);
    const lines = await sql<{ id: string }>(tx, 'select id from orders.order_line where seller_order_id = $1', [order.id]);
    await this.events.publish(tx, SellerOrderReturned, {
      sellerOrderId: order.id,
      returnedAt: data.returnedAt,
      lineIds: lines.map((line) => line.id),
    });
  }
}

/** The contents were announced in the order of our lines, and are answered in the same order; without those the household did not have. */
async function keepChecks(tx: Tx, sellerOrderId: string, checks: ParcelAcceptedV1['checks']): Promise<void> {
  const lines = await sql<{ id: string; sent: boolean }>(
    tx,
    'select id, coalesce(confirmed_quantity, quantity) > 0 as sent from orders.order_line where seller_order_id = $1 order by position',
    [sellerOrderId],
  );
  // The post may not have heard yet that there is less.
  const announced = checks.length === lines.length ? lines : lines.filter((line) => line.sent);
  for (const [index, { result }] of checks.entries())
    if (announced[index]) await sql(tx, 'update orders.order_line set label_check = $2 where id = $1', [announced[index].id, result]);
}

/** What the post did with the parcel of a cancelled order waits for its answer to the withdrawal, which comes first. The queue tries again. */
function waitForWithdrawal({ id, state }: LockedSellerOrder): void {
  if (state === 'cancelled') throw new Error(`seller order ${id}: carried although cancelled; the post's answer has not arrived`);
}

/** The packs whose barcode the clerk found as announced. A line without a number or a lot says nothing of either. */
async function matchingPacks(tx: Tx, sellerOrderId: string): Promise<CheckedBarcode[]> {
  return sql<CheckedBarcode>(
    tx,
    `select pack_id as "packId", label ->> 'lotId' as "lotId", label #>> '{barcode,number}' as number from orders.order_line
      where seller_order_id = $1 and label_check = 'matches' and label ->> 'lotId' is not null and label #>> '{barcode,number}' is not null`,
    [sellerOrderId],
  );
}
