import { Flag, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Uuid, Vnd } from '@choxa/platform';
import { CANCEL_REASONS, CANCELLERS, type Canceller, type CancelReason } from '../cancellation/cancellation.rules.js';
import { ESCALATION_ACTIONS, type EscalationAction } from '../escalation/escalation.rules.js';
import { PickUpDto } from '../hand-over/hand-over.dto.js';
import { OrderParcelDto } from '../parcels/parcels.dto.js';
import { SellerOrderPaymentDto } from '../payments/payment.dto.js';
import { SELLER_ORDER_STATES, type SellerOrderState } from './seller-order.rules.js';

export class OrderLineDto {
  @Uuid() id: string;
  @Text() productName: string;
  @Text() slug: string;
  @Text() netContent: string;
  @Int({ description: 'As ordered' }) quantity: number;
  @Int({ optional: true, description: 'How many of them the household has; null until it has answered' }) confirmedQuantity: number | null;
  @Vnd() priceVnd: number;
  @Vnd() lineVnd: number;
  @Text({ optional: true }) image: string | null;
  @Flag({ description: 'Brand, barcode and origin were complete when it was ordered' }) labelled: boolean;
}

export class EscalationDto {
  @OneOf(ESCALATION_ACTIONS) action: EscalationAction;
  @Instant() at: string;
}

export class SellerOrderDto {
  @Uuid() id: string;
  @Text({ description: 'Number of the whole order' }) number: string;
  @OneOf(SELLER_ORDER_STATES) state: SellerOrderState;
  @Instant() placedAt: string;
  @Text() recipientName: string;
  @Text() communeName: string;
  @Text() provinceName: string;
  @Text({ optional: true }) note: string | null;
  @Vnd() goodsVnd: number;
  @Vnd() postageVnd: number;
  @Vnd() codVnd: number;
  @Vnd() youReceiveVnd: number;
  @Text({ optional: true }) parcelNumber: string | null;
  @Text({ optional: true }) parcelStatus: string | null;
  @ListOf(() => OrderParcelDto, { description: 'Where it goes in several; the first has its number above' }) parcels: OrderParcelDto[];
  @OneOf(CANCELLERS, { optional: true }) cancelledBy: Canceller | null;
  @OneOf(CANCEL_REASONS, { optional: true }) cancelReason: CancelReason | null;
  @Text({ optional: true, max: 300, description: 'In the words of whoever cancelled it' }) cancelNote: string | null;
  @Instant({ optional: true, description: 'While nobody has answered: when it is cancelled by itself' }) answerBy: string | null;
  @ListOf(() => EscalationDto, { description: 'What was done because nobody answered, the earliest first' }) escalations: EscalationDto[];
  @Nested(() => PickUpDto, { optional: true, description: 'The last pick-up asked for' }) pickUp: PickUpDto | null;
  @Nested(() => SellerOrderPaymentDto) payment: SellerOrderPaymentDto;
  @ListOf(() => OrderLineDto) lines: OrderLineDto[];
}

export class SellerOrdersDto {
  @ListOf(() => SellerOrderDto) data: SellerOrderDto[];
  @Text({ optional: true }) next: string | null;
}

export class SellerOrdersQuery extends PageQuery {
  @OneOf(SELLER_ORDER_STATES, { optional: true }) state?: SellerOrderState;
  @Uuid({ optional: true }) household?: string;
}

export class SellerOrderCountDto {
  @OneOf(SELLER_ORDER_STATES) state: SellerOrderState;
  @Int() count: number;
}

export class SellerOrderCountsDto {
  @ListOf(() => SellerOrderCountDto, { description: 'States without an order are left out' }) data: SellerOrderCountDto[];
  @Text({ optional: true }) next: string | null;
}

export class SellerOrderCountsQuery {
  @Uuid({ optional: true }) household?: string;
}

export class AnsweredLineDto {
  @Uuid({ description: 'Id of a line' }) line: string;
  @Int({ max: 999, description: 'How many of it the household has' }) quantity: number;
}

export class ConfirmSellerOrderDto {
  @ListOf(() => AnsweredLineDto, { max: 50, optional: true, description: 'Lines that are not there in full; absent: everything is there' })
  lines?: AnsweredLineDto[] | null;
  @Flag({ optional: true, description: 'What is missing is gone: its stock becomes 0, else it goes back on sale' }) soldOut?:
    boolean | null;
}
