import { Decimal, Flag, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { PAYMENT_METHODS, type PaymentMethod } from '../payments/payment.rules.js';

export class PlaceOrderDto {
  @Text({ min: 2, max: 100 }) recipientName: string;
  @Text({ min: 8, max: 20 }) phone: string;
  @Text({ pattern: /^\d{5}$/, max: 5, description: 'Commune code' }) communeCode: string;
  @Text({ min: 1, max: 200, description: 'House number, street, hamlet' }) street: string;
  @OneOf(PAYMENT_METHODS) paymentMethod: PaymentMethod;
  @Text({ max: 500, optional: true, lines: true }) note?: string | null;
  @Vnd({ optional: true, description: 'The total the shopper saw; another total answers 409 cart.changed' }) expectedTotalVnd?:
    number | null;
  @Text({ min: 1, max: 40, optional: true, description: 'Code of the post office whose counter keeps it (GET /cart/offices)' })
  officeCode?: string | null;
  @Flag({ optional: true, description: 'A present: no price on anything that goes with the goods' }) gift?: boolean | null;
  @Text({ pattern: /^\d{5}[0-9A-Z]{7}$/, max: 12, optional: true, description: 'Twelve characters; the first five are a postcode' })
  digitalAddress?: string | null;
  @Decimal({ min: -90, max: 90, optional: true, description: 'Degrees; together with longitude' }) latitude?: number | null;
  @Decimal({ min: -180, max: 180, optional: true, description: 'Degrees; together with latitude' }) longitude?: number | null;
}

export class PlacedSellerOrderDto {
  @Uuid() id: string;
  @Text() householdName: string;
  @Vnd() goodsVnd: number;
  @Vnd() postageVnd: number;
  @Vnd() codVnd: number;
}

export class PlacedOrderDto {
  @Text() number: string;
  @Text({ description: 'Opens GET /orders/{number}?key=… without an account' }) accessKey: string;
  @Vnd() goodsVnd: number;
  @Vnd() postageVnd: number;
  @Vnd() totalVnd: number;
  @ListOf(() => PlacedSellerOrderDto) sellerOrders: PlacedSellerOrderDto[];
}
