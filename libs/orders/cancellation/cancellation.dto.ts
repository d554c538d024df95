import { OneOf, Text, Uuid } from '@choxa/platform';
import { cancelReasonsOf, type CancelReason } from './cancellation.rules.js';

export class CancelSellerOrderDto {
  @OneOf(cancelReasonsOf('household')) reason: CancelReason;
  @Text({ max: 300, optional: true, description: 'In own words' }) note?: string | null;
}

export class CancelOrderDto {
  @Uuid({ optional: true, description: 'Only this part; otherwise everything that can still be cancelled' }) sellerOrderId?: string | null;
  @OneOf(cancelReasonsOf('buyer')) reason: CancelReason;
  @Text({ max: 300, optional: true, description: 'In own words' }) note?: string | null;
}
