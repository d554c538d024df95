import { defineEvent } from '@choxa/platform';
import type { LabelSnapshot } from '@choxa/labelling';

export interface SellerOrderPlacedV1 {
  sellerOrderId: string;
  orderNumber: string;
  householdId: string;
  goodsVnd: number;
  placedAt: string;
}
export const SellerOrderPlaced = defineEvent<SellerOrderPlacedV1>('orders.seller-order-placed.v1');

export interface TradedLineV1 {
  lineId: string;
  productId: string;
  productName: string;
  packId: string;
  setCode: string;
  quantity: number;
  amountVnd: number;
  /** The label rule's result as copied at order time. */
  label: LabelSnapshot;
  /** A post clerk scanned the pack at acceptance and found the code of the label. */
  checkedByPerson: boolean;
}

/** What an official counts: delivered lines with the label they had when ordered. No buyer in it but pseudonyms. */
export interface SellerOrderDeliveredV1 {
  sellerOrderId: string;
  orderNumber: string;
  householdId: string;
  householdName: string;
  communeCode: string;
  provinceCode: string;
  deliveredAt: string;
  placedAt?: string;
  /** When a counter of the post took the goods; null where it was not told. */
  handedOverAt?: string | null;
  /** All its parcels were handed over at the buyer's address or shared letter box; null or absent where the post did not tell the place. */
  toAddress?: boolean | null;
  /** Only in facts told before the pseudonym of the account was there. */
  buyerAccountId?: string | null;
  /** Pseudonyms of the buyer, to tell a household that buys from itself; null or absent where none is known. */
  buyerPhoneHash: string;
  buyerAccountHash?: string | null;
  buyerAddressHash?: string | null;
  buyerDeviceHash?: string | null;
  lines: TradedLineV1[];
}
export const SellerOrderDelivered = defineEvent<SellerOrderDeliveredV1>('orders.seller-order-delivered.v1');

/** After the delivery was told of, the post said otherwise of where it was, or took back that it was. */
export interface DeliveryPlaceCorrectedV1 {
  sellerOrderId: string;
  /** As in {@link SellerOrderDeliveredV1}; null while it is not delivered again. */
  toAddress: boolean | null;
  /** Of two corrections the one with the higher number holds. */
  telling: number;
}
export const DeliveryPlaceCorrected = defineEvent<DeliveryPlaceCorrectedV1>('orders.delivery-place-corrected.v1');

export interface SellerOrderReturnedV1 {
  sellerOrderId: string;
  returnedAt: string;
  lineIds: string[];
}
export const SellerOrderReturned = defineEvent<SellerOrderReturnedV1>('orders.seller-order-returned.v1');
