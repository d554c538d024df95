import { NON_DELIVERY_REASON_CODES, type NonDeliveryReason } from '@choxa/standards';
import { Instant, ListOf, OneOf, Text } from '@choxa/platform';
import { RETURN_REASONS, type ReturnReason } from './return-decision.entity.js';

export class DueReturnDto {
  @Text() number: string;
  @OneOf(RETURN_REASONS) reason: ReturnReason;
  @OneOf(NON_DELIVERY_REASON_CODES, { optional: true, description: 'What the last attempt said' }) attemptReason: NonDeliveryReason | null;
  @Text({ description: 'Where the rule stands' }) basis: string;
  @Text() officeName: string;
  @Instant({ description: 'Of the last attempt, or of the second notice' }) since: string;
}

export class DueReturnsDto {
  @ListOf(() => DueReturnDto) data: DueReturnDto[];
  @Text({ optional: true }) next: string | null;
}

export class TurnBackDto {
  @OneOf(RETURN_REASONS) reason: ReturnReason;
  @Text({ min: 2, max: 300, description: 'Why, and by which rule' }) note: string;
}
