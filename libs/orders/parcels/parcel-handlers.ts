import { RecordBarcodeChecks, type CheckedBarcode } from '@choxa/labelling';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import {
  ParcelAccepted,
  ParcelDelivered,
  ParcelRegistered,
  ParcelReopened,
  ParcelReturned,
  ParcelStatusChanged,
  type ParcelAcceptedV1,
  type ParcelDeliveredV1,
  type ParcelRegisteredV1,
  type ParcelReopenedV1,
  type ParcelReturnedV1,
  type ParcelStatusChangedV1,
} from '@choxa/postal-contract';
import { DELIVERY_PLACES } from '@choxa/standards';

import { Payments } from '../payments/payments.js';
import { OpenRefusedParcel } from '../returns/open-refused-parcel.js';
import { TakeBackRest } from '../returns/take-back-rest.js';
import { dividedParcels, unitsIn } from './divided-parcels.js';
import { EndDividedParcel } from './end-divided-parcel.js';
import { FinishSellerOrder } from './finish-seller-order.js';
import { KeepDeliveryPlace } from './keep-delivery-place.js';
import { MoveSellerOrder, type LockedSellerOrder } from './move-seller-order.js';

// What the post reports changes our copy of it. A reference we do not know belongs to another sender and is let pass.

@Handles(ParcelRegistered)
export class NumberSellerOrderWhenParcelRegistered implements EventHandler<ParcelRegisteredV1> {
  async handle(tx: Tx, event: EventEnvelope<ParcelRegisteredV1>): Promise<void> {
    await this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<ParcelRegisteredV1>[]): Promise<void> {
    await sql(
      tx,
      `with given as (select * from unnest($1::uuid[], $2::text[]) as given (id, number)),
            parcels as (update orders.parcel set number = given.number, state = coalesce(state, 'announced') from given where parcel.id = given.id)
       update orders.seller_order part set parcel_number = given.number, parcel_state = coalesce(parcel_state, 'announced')
         from given where part.id = given.id`,
      [events.map(({ data }) => data.senderReference), events.map(({ data }) => data.number)],
    );
  }
}

@Handles(ParcelAccepted)
export class PostSellerOrderWhenParcelAccepted implements EventHandler<ParcelAcceptedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly barcodeChecks: RecordBarcodeChecks,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelAcceptedV1>): Promise<void> {
    const { senderReference, acceptedAt } = data;
    const order = await this.moves.lockByReference(tx, senderReference);
    if (!order) return;
    await sql(tx, 'update orders.seller_order set accepted_at = coalesce(accepted_at, $2) where id = $1', [order.id, acceptedAt]);
    await sql(tx, 'update orders.parcel set accepted_at = $2 where id = $1', [senderReference, acceptedAt]);
    await keepChecks(tx, order.id, senderReference, data.checks);
    await this.barcodeChecks.run(tx, await matchingPacks(tx, order.id), new Date(acceptedAt));
    await this.moves.reach(tx, order, 'posted');
  }
}

@Handles(ParcelStatusChanged)
export class CopyParcelStateWhenParcelStatusChanged implements EventHandler<ParcelStatusChangedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly dividedParcel: EndDividedParcel,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelStatusChangedV1>): Promise<void> {
    const order = await this.moves.lockByReference(tx, data.senderReference);
    if (!order || !(await copyState(tx, data))) return;
    const parcels = await dividedParcels(tx, order.id);
    if (data.state === 'returning' && parcels.every(({ state }) => state === 'returning' || state === 'returned'))
      await this.moves.reach(tx, order, 'returning');
    if (data.state === 'withdrawn' && order.state !== 'cancelled')
      for (const parcel of parcels.filter(({ id }) => id === data.senderReference))
        await this.dividedParcel.returned(tx, order, parcel, new Date(data.at));
  }

  /** Most parcels of the nation are other senders'. */
  async handleAll(tx: Tx, events: readonly EventEnvelope<ParcelStatusChangedV1>[]): Promise<void> {
    const ours = await sql<{ reference: string }>(
      tx,
      `select id::text as reference from orders.seller_order where id = any($1::uuid[])
       union select id::text from orders.parcel where id = any($1::uuid[])`,
      [events.map(({ data }) => data.senderReference)],
    );
    const references = new Set(ours.map(({ reference }) => reference));
    for (const event of events) if (references.has(event.data.senderReference)) await this.handle(tx, event);
  }
}

@Handles(ParcelDelivered)
export class CompleteSellerOrderWhenParcelDelivered implements EventHandler<ParcelDeliveredV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly payments: Payments,
    private readonly takeBackRest: TakeBackRest,
    private readonly finish: FinishSellerOrder,
    private readonly dividedParcel: EndDividedParcel,
    private readonly place: KeepDeliveryPlace,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelDeliveredV1>): Promise<void> {
    const order = await this.moves.lockByReference(tx, data.senderReference);
    if (!order) return;
    const parcel = (await dividedParcels(tx, order.id)).find(({ id }) => id === data.senderReference);
    // Events may overtake each other; the clerk's label check must be on the lines before they are counted. The queue tries again.
    if (!(parcel ?? order).acceptedAt) throw new Error(`seller order ${order.id}: delivered before its acceptance arrived`);
    waitForWithdrawal(order);
    const at = new Date(data.deliveredAt);
    // Told before tellings were counted, it was the first word.
    await this.place.run(tx, order, parcel, { toAddress: DELIVERY_PLACES[data.deliveryPlace].toAddress, telling: data.telling ?? 1 });
    if (parcel) return this.dividedParcel.delivered(tx, order, parcel, data);
    await this.finish.delivered(tx, order, at, async (id) => {
      await this.takeBackRest.run(tx, id, data);
      await this.payments.collected(tx, id, data.codCollectedVnd, at);
    });
  }
}

/** The delivery was declared wrong by two people: where it was is not known until it is delivered again. */
@Handles(ParcelReopened)
export class WithdrawPlaceWhenParcelReopened implements EventHandler<ParcelReopenedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly place: KeepDeliveryPlace,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelReopenedV1>): Promise<void> {
    const order = data.outcome === 'EMI' ? await this.moves.lockByReference(tx, data.senderReference) : null;
    if (!order) return;
    const parcel = (await dividedParcels(tx, order.id)).find(({ id }) => id === data.senderReference);
    await this.place.run(tx, order, parcel, { toAddress: null, telling: data.telling ?? 0 });
  }
}

@Handles(ParcelReturned)
export class TakeBackSellerOrderWhenParcelReturned implements EventHandler<ParcelReturnedV1> {
  constructor(
    private readonly moves: MoveSellerOrder,
    private readonly refusedParcels: OpenRefusedParcel,
    private readonly finish: FinishSellerOrder,
    private readonly dividedParcel: EndDividedParcel,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelReturnedV1>): Promise<void> {
    const order = await this.moves.lockByReference(tx, data.senderReference);
    if (!order) return;
    waitForWithdrawal(order);
    const parcel = (await dividedParcels(tx, order.id)).find(({ id }) => id === data.senderReference);
    const at = new Date(data.returnedAt);
    if (parcel) await this.dividedParcel.returned(tx, order, parcel, at);
    else if (await this.finish.returned(tx, order, at)) await this.refusedParcels.run(tx, order.id, order.id);
  }
}

/** The post's last word on a parcel, on the seller order and on one of several. False when a newer one is there. */
async function copyState(tx: Tx, { senderReference, state, at }: ParcelStatusChangedV1): Promise<boolean> {
  const [copied] = await sql<{ count: number }>(
    tx,
    `with part as (
       update orders.seller_order set parcel_state = $2, parcel_state_at = $3
        where id = $1 and (parcel_state_at is null or parcel_state_at <= $3) returning id
     ), parcel as (
       update orders.parcel set state = $2, state_at = $3 where id = $1 and (state_at is null or state_at <= $3) returning id)
     select ((select count(*) from part) + (select count(*) from parcel))::int as count`,
    [senderReference, state, at],
  );
  return copied!.count > 0;
}

/**
 * The contents were announced in the order of our lines, and are answered in the same order; without those the household did not have, or put into
 * another parcel. A line in several parcels keeps the worst that was found of its code: a wrong one, else that it was seen.
 */
async function keepChecks(tx: Tx, sellerOrderId: string, reference: string, checks: ParcelAcceptedV1['checks']): Promise<void> {
  const lines = await sql<{ id: string; sent: boolean }>(
    tx,
    `select line.id, coalesce(${unitsIn('line', '$2::uuid')}, 0) > 0 as sent
       from orders.order_line line where line.seller_order_id = $1 order by line.position`,
    [sellerOrderId, reference],
  );
  // The post may not have heard yet that there is less.
  const announced = checks.length === lines.length ? lines : lines.filter((line) => line.sent);
  for (const [index, { result }] of checks.entries()) if (announced[index]) await sql(tx, KEEP_CHECK, [announced[index].id, result]);
}

const KEEP_CHECK = `
  update orders.order_line set label_check = $2
   where id = $1 and label_check is distinct from 'other_code' and not (label_check is not distinct from 'matches' and $2 = 'missing')`;

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
