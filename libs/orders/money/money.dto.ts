import { Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Uuid, Vnd } from '@choxa/platform';
import { PAYMENT_METHODS, type PaymentMethod } from '../payments/payment.rules.js';
import { SELLER_ORDER_STATES, type SellerOrderState } from '../seller-orders/seller-order.rules.js';
import { SETTLEMENTS, type Settlement } from './money.rules.js';

const PERIOD = /^[1-9][0-9]{3}-(?:0[1-9]|1[0-2]|Q[1-4])$/;

export class StatementPeriodQuery {
  @Uuid({ optional: true, description: 'Where one acts for several households' }) household?: string;
  @Text({
    optional: true,
    max: 7,
    pattern: PERIOD,
    description: 'Month `2026-11` or quarter `2026-Q4`, local; the current month without it',
  })
  period?: string;
}

export class MoneyQuery extends PageQuery {
  @Uuid({ optional: true, description: 'Where one acts for several households' }) household?: string;
  @Text({
    optional: true,
    max: 7,
    pattern: PERIOD,
    description: 'Month `2026-11` or quarter `2026-Q4`, local; the current month without it',
  })
  period?: string;
}

/** Amounts of one seller order or of several together. */
export class MoneyTotalsDto {
  @Int() orders: number;
  @Vnd({ description: 'Price of the goods, without what was cancelled or returned' }) goodsVnd: number;
  @Vnd({ description: 'The post’s' }) postageVnd: number;
  @Vnd({ description: 'The platform’s' }) feeVnd: number;
  @Vnd({ description: 'Withheld' }) taxVnd: number;
  @Vnd({ description: 'Goods less fee and tax: the household’s' }) netVnd: number;
  @Vnd({ description: 'Still owed by buyers' }) dueVnd: number;
  @Vnd({ description: 'Cash the post has collected' }) collectedVnd: number;
  @Vnd({ description: 'Of that, still with the post' }) atPostVnd: number;
  @Vnd({ description: 'Arrived: paid out by the post, or transferred' }) arrivedVnd: number;
  @Vnd({ description: 'Owed back to buyers' }) toRefundVnd: number;
}

export class MoneyLineDto {
  @Uuid() sellerOrderId: string;
  @Text() number: string;
  @Instant() placedAt: string;
  @OneOf(SELLER_ORDER_STATES) state: SellerOrderState;
  @OneOf(PAYMENT_METHODS) method: PaymentMethod;
  @OneOf(SETTLEMENTS) settlement: Settlement;
  @Text({ optional: true, description: 'What stands with the money in the bank’s statement' }) reference: string | null;
  @Vnd() goodsVnd: number;
  @Vnd() postageVnd: number;
  @Vnd() feeVnd: number;
  @Vnd() taxVnd: number;
  @Vnd() netVnd: number;
  @Vnd() dueVnd: number;
  @Vnd() collectedVnd: number;
  @Vnd() atPostVnd: number;
  @Vnd() arrivedVnd: number;
  @Vnd() toRefundVnd: number;
}

export class MoneyDto {
  @Text({ description: 'Month or quarter' }) period: string;
  @Nested(() => MoneyTotalsDto) totals: MoneyTotalsDto;
  @ListOf(() => MoneyLineDto) data: MoneyLineDto[];
  @Text({ optional: true }) next: string | null;
}
