import { CLOSING_OUTCOMES, type ClosingOutcome } from '@choxa/postal-contract';
import { Int, ListOf, Nested, OneOf, Text } from '@choxa/platform';
import { DELIVERY_PLACE_CODES, type DeliveryPlace } from '@choxa/standards';
import { IndicatorDto, ShareDto } from '../indicator.dto.js';

export class OperatorShareDto extends ShareDto {
  @Text() code: string;
}

export class OutcomeCountDto {
  @OneOf(CLOSING_OUTCOMES) outcome: ClosingOutcome;
  @Int() count: number;
}

export class DeliveryPlaceCountDto {
  @OneOf(DELIVERY_PLACE_CODES) place: DeliveryPlace;
  @Int() count: number;
}

export class ParcelsToAddressDto extends IndicatorDto {
  @Nested(() => ShareDto) validlyDelivered: ShareDto;
  @Nested(() => ShareDto, { description: 'Delivered at the first try, wherever' }) firstAttempt: ShareDto;
  @ListOf(() => OperatorShareDto) byOperator: OperatorShareDto[];
  @ListOf(() => OutcomeCountDto) outcomes: OutcomeCountDto[];
  @ListOf(() => DeliveryPlaceCountDto) deliveryPlaces: DeliveryPlaceCountDto[];
}
