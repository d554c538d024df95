import { Day, Flag, Int, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
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

export const POSTAGE_STATUSES = ['quoted', 'unavailable', 'need-address'] as const;
export type PostageStatus = (typeof POSTAGE_STATUSES)[number];

export class CartHouseholdDto {
  @Uuid() id: string;
  @Text() name: string;
  @Text() slug: string;
  @Vnd() goodsVnd: number;
  @Vnd({ optional: true }) postageVnd: number | null;
  @OneOf(POSTAGE_STATUSES) postageStatus: PostageStatus;
  @Int({ optional: true, description: 'Promised days on the way' }) days: number | null;
}

export class CartDto {
  @ListOf(() => CartLineDto) lines: CartLineDto[];
  @ListOf(() => CartHouseholdDto) households: CartHouseholdDto[];
  @Vnd() goodsVnd: number;
  @Vnd({ optional: true }) postageVnd: number | null;
  @Vnd({ optional: true }) totalVnd: number | null;
  @Int() count: number;
  @Flag() canOrder: boolean;
}
