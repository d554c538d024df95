import { Injectable } from '@nestjs/common';
import { Events, together, type Tx } from '@choxa/platform';
import { PostingRequested, type PostingRequestedV1 } from '@choxa/postal-contract';
import { SellerOrderPlaced } from '../seller-orders/seller-orders.events.js';
import type { Allotment } from './allot-lots.rules.js';
import type { AllottedOrder, NewOrder, NewSellerOrder } from './order-writer.js';

/** Asks the post for a parcel per seller order, and says that it was placed. Its household is alerted by `escalation/`, outside the checkout. */
@Injectable()
export class AnnounceOrder {
  constructor(private readonly events: Events) {}

  async run(tx: Tx, orders: readonly AllottedOrder[]): Promise<void> {
    const parts = orders.flatMap(({ order, allotments }) => order.sellerOrders.map((part) => ({ order, part, allotments })));
    const postings = parts.map(({ order, part, allotments }) => toPostingRequest(order, part, allotments));
    const placed = parts.map(({ order, part }) => ({
      sellerOrderId: part.id,
      orderNumber: order.number,
      householdId: part.household.id,
      goodsVnd: part.goodsVnd,
      placedAt: order.placedAt.toISOString(),
    }));
    await together(this.events.publishAll(tx, PostingRequested, postings), this.events.publishAll(tx, SellerOrderPlaced, placed));
  }
}

/** The post's own words for what is asked of it: who sends, to whom and where, what is inside, how much to collect. */
function toPostingRequest(order: NewOrder, part: NewSellerOrder, allotments: ReadonlyMap<string, Allotment>): PostingRequestedV1 {
  const { household } = part;
  const { office, digitalAddress, point } = order;
  return {
    operatorCode: part.operatorCode,
    sender: { name: household.name, phone: household.phone, street: household.street, communeCode: household.communeCode },
    senderReference: part.id,
    recipient: { name: order.recipientName, phone: order.phone, street: order.street, communeCode: order.place.code },
    weightGrams: part.weightGrams,
    volumeCm3: part.volumeCm3,
    codVnd: part.codVnd,
    contents: part.lines.map((line) => ({
      code14: allotments.get(line.packId)?.label?.barcode?.number ?? null,
      description: `${line.pack!.productName} ${line.pack!.netContent}`,
      quantity: line.quantity,
      // Nobody who handles a present learns its price; without cash to collect no price is needed.
      unitPriceVnd: order.gift || part.codVnd === 0 ? null : line.pack!.priceVnd,
    })),
    requestedAt: order.placedAt.toISOString(),
    deliverTo: office ? { kind: 'office', officeCode: office.code } : { kind: 'address', digitalAddress, point },
    gift: order.gift,
    inspection: household.inspection,
  };
}
