import { Flag, Instant, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { REFUND_CAUSES, REFUND_STATES, REFUND_WAYS, type RefundCause, type RefundState, type RefundWay } from './refund.rules.js';

export class RefundDto {
  @Uuid() id: string;
  @Uuid() sellerOrderId: string;
  @Text() orderNumber: string;
  @OneOf(REFUND_CAUSES) cause: RefundCause;
  @OneOf(REFUND_STATES) state: RefundState;
  @Vnd() amountVnd: number;
  @OneOf(REFUND_WAYS, { optional: true }) way: RefundWay | null;
  @Text({ optional: true }) reference: string | null;
  @Instant({ description: 'Until when it is to be paid' }) dueAt: string;
  @Flag() overdue: boolean;
  @Instant({ optional: true }) paidAt: string | null;
}

export class RefundsDto {
  @ListOf(() => RefundDto) data: RefundDto[];
}

export class PayRefundDto {
  @OneOf(REFUND_WAYS) way: RefundWay;
  @Text({ min: 2, max: 60, description: 'What the bank or the post calls the payment' }) reference: string;
}

export class AnswerRefundDto {
  @Flag({ description: 'Whether the money has arrived' }) received: boolean;
}
