import { Day, Instant, ListOf, OneOf, PageQuery, Text, Texts, Uuid } from '@choxa/platform';
import { PICKUP_HALVES, type PickupHalf } from '@choxa/postal-contract';
import { PICKUP_STATES, type PickupState } from './pickup.entity.js';

export class PickupDto {
  @Uuid() id: string;
  @Text() officeName: string;
  @Text() senderName: string;
  @Text() senderPhone: string;
  @Text({ max: 300 }) senderStreet: string;
  @Text() senderCommuneName: string;
  @Day() day: string;
  @OneOf(PICKUP_HALVES) half: PickupHalf;
  @Text({ optional: true, max: 300 }) note: string | null;
  @OneOf(PICKUP_STATES) state: PickupState;
  @Text({ optional: true, max: 300 }) reason: string | null;
  @Instant() requestedAt: string;
  @Texts({ description: 'Numbers of the parcels to fetch' }) parcels: string[];
}

export class PickupsDto {
  @ListOf(() => PickupDto) data: PickupDto[];
  @Text({ optional: true }) next: string | null;
}

export class PickupsQuery extends PageQuery {
  @OneOf(PICKUP_STATES, { optional: true }) state?: PickupState;
  @Uuid({ optional: true, description: 'One of your offices' }) office?: string;
}

export class DeclinePickupDto {
  @Text({ min: 2, max: 300 }) reason: string;
}
