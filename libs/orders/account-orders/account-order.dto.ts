import { Flag, Instant, Int, ListOf, OneOf, PageQuery, Text, Uuid, Vnd } from '@choxa/platform';
import { SELLER_ORDER_STATES, type SellerOrderState } from '../seller-orders/seller-order.rules.js';
import { ORDER_STAGES, type OrderStage } from './order-stages.rules.js';

export class AccountOrdersQuery extends PageQuery {
  @OneOf(ORDER_STAGES, { optional: true, description: 'Only orders of which a part is at this stage' }) stage?: OrderStage;
}

export class AccountOrderPartDto {
  @Text() householdName: string;
  @Text() householdSlug: string;
  @OneOf(SELLER_ORDER_STATES) state: SellerOrderState;
  @Text({ optional: true, description: 'Picture of its first line' }) image: string | null;
  @Text({ description: 'Name of its first line' }) productName: string;
  @Int({ description: 'Different packs in it' }) lines: number;
}

export class AccountOrderDto {
  @Text() number: string;
  @Instant() placedAt: string;
  @Vnd() totalVnd: number;
  @Flag({ description: 'Placed without signing in, with the phone this session has proven' }) guest: boolean;
  @Flag({ description: 'False for a guest order from long before the proof: it has no page, as the number may have had another holder' })
  whole: boolean;
  @ListOf(() => AccountOrderPartDto) parts: AccountOrderPartDto[];
}

export class AccountOrdersDto {
  @ListOf(() => AccountOrderDto) data: AccountOrderDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
  @Int({ description: 'Guest orders that can be taken into the account' }) adoptable: number;
}

export class AdoptedOrdersDto {
  @Int() adopted: number;
}

export class LineAgainDto {
  @Uuid() packId: string;
  @Text() slug: string;
  @Text() productName: string;
  @Text() netContent: string;
  @Int({ description: 'As many as then; of what is left if that is less' }) quantity: number;
  @Vnd() priceThenVnd: number;
  @Vnd({ optional: true, description: 'Today; null where it cannot be bought' }) priceVnd: number | null;
}

export class OrderAgainDto {
  @ListOf(() => LineAgainDto, { description: 'Can be put into the cart' }) sold: LineAgainDto[];
  @ListOf(() => LineAgainDto, { description: 'Cannot be bought now' }) gone: LineAgainDto[];
}
