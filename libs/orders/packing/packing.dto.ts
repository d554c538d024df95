import { Flag, Int, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { MOST_PARCELS } from '../parcels/divided-parcels.rules.js';
import { OrderParcelDto } from '../parcels/parcels.dto.js';
import { LOT_SOURCES, type LotSource } from '../seller-orders/order-line-lot.entity.js';
import { SELLER_ORDER_STATES, type SellerOrderState } from '../seller-orders/seller-order.rules.js';

export class PackingLotDto {
  @Text() lotCode: string;
  @OneOf(LOT_SOURCES, { description: 'allotted: from which it should be taken; packed: from which it was' }) source: LotSource;
  @Int() quantity: number;
}

export class PackingLineDto {
  @Uuid() id: string;
  @Text() productName: string;
  @Text() netContent: string;
  @Text({ optional: true }) image: string | null;
  @Text({ optional: true, description: '14 digits of the number on the pack' }) number: string | null;
  @Int({ description: 'Units that go into the parcel' }) wanted: number;
  @Int({ description: 'Units scanned so far' }) packed: number;
  @ListOf(() => PackingLotDto) lots: PackingLotDto[];
}

/** What goes into one parcel. No price where the order is a gift. */
export class PackingListDto {
  @Uuid() id: string;
  @Text() number: string;
  @OneOf(SELLER_ORDER_STATES) state: SellerOrderState;
  @Text() recipientName: string;
  @Text() communeName: string;
  @Text() provinceName: string;
  @Text({ optional: true, max: 500 }) note: string | null;
  @Flag() gift: boolean;
  @Text({ optional: true }) parcelNumber: string | null;
  @ListOf(() => OrderParcelDto, { description: 'Where it goes in several; the first has the number above' }) parcels: OrderParcelDto[];
  @Vnd({ optional: true, description: 'Cash to collect; null for a gift' }) codVnd: number | null;
  @ListOf(() => PackingLineDto) lines: PackingLineDto[];
}

export class ParcelNumberQuery {
  @Int({ min: 1, max: MOST_PARCELS, optional: true, description: 'Which of several parcels, from 1; the first unless told' })
  parcel?: number;
}

export class PackUnitDto {
  @Text({ min: 1, max: 200, description: 'As scanned: article number, GS1 element string, Digital Link or trace code' }) code: string;
}
