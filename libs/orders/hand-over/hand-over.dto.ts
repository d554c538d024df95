import { Day, ListOf, Nested, OneOf, Text, Uuid } from '@choxa/platform';
import { PICKUP_HALVES, type PickupHalf } from '@choxa/postal-contract';
import { OrderParcelDto } from '../parcels/parcels.dto.js';
import { SELLER_ORDER_STATES, type SellerOrderState } from '../seller-orders/seller-order.rules.js';
import { PICK_UP_STATES, type PickUpState } from './pick-up-parcel.entity.js';

export class PickUpDto {
  @Day() day: string;
  @OneOf(PICKUP_HALVES) half: PickupHalf;
  @OneOf(PICK_UP_STATES) state: PickUpState;
  @Text({ optional: true, max: 300, description: 'Why the post does not come' }) reason: string | null;
}

export class HandOverParcelDto {
  @Uuid({ description: 'Id of the seller order' }) id: string;
  @Text() number: string;
  @Text({ optional: true, description: 'Null until the post has given one' }) parcelNumber: string | null;
  @ListOf(() => OrderParcelDto, { description: 'Where it goes in several; the first has the number above' }) parcels: OrderParcelDto[];
  @OneOf(SELLER_ORDER_STATES) state: SellerOrderState;
  @Text() communeName: string;
  @Text() provinceName: string;
  @Nested(() => PickUpDto, { optional: true }) pickUp: PickUpDto | null;
}

export class HandOverDto {
  @ListOf(() => HandOverParcelDto) data: HandOverParcelDto[];
  @Text({ optional: true }) next: string | null;
}

export class HandOverQuery {
  @Uuid({ optional: true }) household?: string;
}

export class ParcelToFetchDto {
  @Uuid({ description: 'Id of a seller order' }) id: string;
}

export class RequestPickUpDto {
  @Uuid() household: string;
  @Day({ description: 'Local day, today or one of the next seven' }) day: string;
  @OneOf(PICKUP_HALVES) half: PickupHalf;
  @ListOf(() => ParcelToFetchDto, { min: 1, max: 50 }) parcels: ParcelToFetchDto[];
  @Text({ max: 300, optional: true, description: 'Where the parcels lie' }) note?: string | null;
}
