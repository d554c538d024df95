import { Flag, Instant, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { CANCEL_REASONS, CANCELLERS, type Canceller, type CancelReason } from '../cancellation/cancellation.rules.js';
import { OrderParcelDto } from '../parcels/parcels.dto.js';
import { OrderLineDto } from '../seller-orders/seller-order.dto.js';
import { SELLER_ORDER_STATES, type SellerOrderState } from '../seller-orders/seller-order.rules.js';

export class OrderPartDto {
  @Uuid() id: string;
  @Text() householdName: string;
  @Text() householdSlug: string;
  @OneOf(SELLER_ORDER_STATES) state: SellerOrderState;
  @Vnd() goodsVnd: number;
  @Vnd() postageVnd: number;
  @Vnd() codVnd: number;
  @Flag({ description: 'The recipient may look at the goods before taking them' }) inspection: boolean;
  @Text({ optional: true }) parcelNumber: string | null;
  @Text({ optional: true }) parcelStatus: string | null;
  @ListOf(() => OrderParcelDto, { description: 'Where it comes in several; the first has its number above' }) parcels: OrderParcelDto[];
  @OneOf(CANCELLERS, { optional: true }) cancelledBy: Canceller | null;
  @OneOf(CANCEL_REASONS, { optional: true }) cancelReason: CancelReason | null;
  @Text({ optional: true }) cancelNote: string | null;
  @ListOf(() => OrderLineDto) lines: OrderLineDto[];
}

export class OrderDto {
  @Text() number: string;
  @Instant() placedAt: string;
  @Text() recipientName: string;
  @Text({ description: 'Masked' }) phone: string;
  @Text({ max: 500 }) address: string;
  @Text({ optional: true, description: 'The post office whose counter keeps it' }) officeName: string | null;
  @Flag({ description: 'A present: no price goes with it' }) gift: boolean;
  @Text({ optional: true }) note: string | null;
  @Vnd() goodsVnd: number;
  @Vnd() postageVnd: number;
  @Vnd() totalVnd: number;
  @Text() paymentMethod: string;
  @ListOf(() => OrderPartDto) sellerOrders: OrderPartDto[];
}

export class OrderQuery {
  @Text({ max: 100, optional: true, description: 'The access key given at checkout' }) key?: string;
}
