import { Day, Flag, Int, ListOf, OneOf, SomeOf, Text, Uuid, Vnd } from '@choxa/platform';
import { PAYMENT_METHODS, type PaymentMethod } from '../payments/payment.rules.js';
import { CART_PROBLEMS, type CartProblem } from './cart.rules.js';

export class AddToCartDto {
  @Uuid() packId: string;
  @Int({ min: 1, max: 999 }) quantity: number;
}

export class SetCartLineDto {
  @Int({ min: 0, max: 999, description: '0 takes the line out' }) quantity: number;
}

export class CartQuery {
  @Text({ max: 2, optional: true, pattern: /^\d{2}$/, description: 'Province code to quote postage to' })
  province?: string;
}

export class CartLineDto {
  @Uuid() packId: string;
  @Text() slug: string;
  @Text() productName: string;
  @Uuid({ optional: true, description: 'Null when the pack is gone' }) householdId: string | null;
  @Text() householdName: string;
  @Text({ optional: true }) image: string | null;
  @Text() netContent: string;
  @Vnd() priceVnd: number;
  @Int() quantity: number;
  @Vnd() lineVnd: number;
  @OneOf(CART_PROBLEMS, { optional: true }) problem: CartProblem | null;
  @Day({ optional: true, description: 'Of a closed household: the last day without sales' }) closedUntil: string | null;
  @Int() available: number;
  @Vnd({ optional: true }) wasPriceVnd: number | null;
}

/** `nothing`: no line of the household can be ordered as it stands. */
export const POSTAGE_STATUSES = ['quoted', 'unavailable', 'need-address', 'nothing'] as const;
export type PostageStatus = (typeof POSTAGE_STATUSES)[number];

export class CartHouseholdDto {
  @Uuid() id: string;
  @Text() name: string;
  @Text() slug: string;
  @Vnd() goodsVnd: number;
  @Vnd({ optional: true, description: 'With the fee for collecting cash' }) postageVnd: number | null;
  @Vnd({ optional: true, description: 'The part of it asked for collecting cash' }) codFeeVnd: number | null;
  @OneOf(POSTAGE_STATUSES) postageStatus: PostageStatus;
  @Int({ optional: true, description: 'Promised days on the way' }) days: number | null;
  @Flag({ description: 'The recipient may look at the goods before taking them' }) inspection: boolean;
}

export class CartDto {
  @ListOf(() => CartLineDto) lines: CartLineDto[];
  @ListOf(() => CartHouseholdDto) households: CartHouseholdDto[];
  @Vnd() goodsVnd: number;
  @Vnd({ optional: true, description: 'With the fee for collecting cash' }) postageVnd: number | null;
  @Vnd({ optional: true, description: 'Of an order paid in cash' }) totalVnd: number | null;
  @Vnd({ optional: true, description: 'Of an order paid before it is sent: no fee for collecting cash' }) prepaidTotalVnd: number | null;
  @Int() count: number;
  @Flag() canOrder: boolean;
  @SomeOf(PAYMENT_METHODS, { description: 'What every household in the cart takes' }) paymentMethods: PaymentMethod[];
}

export class CounterOfficesQuery {
  @Text({ max: 2, pattern: /^\d{2}$/, description: 'Province code of the recipient' }) province: string;
  @Text({ max: 5, optional: true, pattern: /^\d{5}$/, description: 'Commune code: its counters come first' }) commune?: string;
}

export class CounterOfficeDto {
  @Text() code: string;
  @Text() name: string;
  @Text() communeName: string;
}

export class CounterOfficesDto {
  @ListOf(() => CounterOfficeDto) data: CounterOfficeDto[];
  @Text({ optional: true }) next: string | null;
}
