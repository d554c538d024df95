import { CLOSING_OUTCOMES, type ClosingOutcome } from '@choxa/postal-contract';
import { Int, ListOf, Nested, OneOf, Text } from '@choxa/platform';
import { DELIVERY_PLACE_CODES, NON_DELIVERY_REASON_CODES, type DeliveryPlace, type NonDeliveryReason } from '@choxa/standards';
import { OPEN_BANDS, type OpenBand } from '../../facts/open-periods.js';
import { IndicatorDto, ShareDto } from '../indicator.dto.js';

export class OperatorShareDto extends ShareDto {
  @Text() code: string;
}

export class OfficeShareDto extends ShareDto {
  @Text() operatorCode: string;
  @Text() officeCode: string;
}

export class OutcomeCountDto {
  @OneOf(CLOSING_OUTCOMES) outcome: ClosingOutcome;
  @Int() count: number;
}

export class DeliveryPlaceCountDto {
  @OneOf(DELIVERY_PLACE_CODES) place: DeliveryPlace;
  @Int() count: number;
}

export class FailureCountDto {
  @OneOf(NON_DELIVERY_REASON_CODES) reason: NonDeliveryReason;
  @Int({ description: 'Parcels whose first try failed so' }) count: number;
}

export class OpenParcelsDto {
  @OneOf(OPEN_BANDS, { description: 'Days since acceptance' }) band: OpenBand;
  @Int() count: number;
}

export class ParcelsToAddressDto extends IndicatorDto {
  @Nested(() => ShareDto) validlyDelivered: ShareDto;
  @Nested(() => ShareDto, { description: 'Delivered at the first try, wherever' }) firstAttempt: ShareDto;
  @ListOf(() => OperatorShareDto) byOperator: OperatorShareDto[];
  @ListOf(() => OutcomeCountDto) outcomes: OutcomeCountDto[];
  @ListOf(() => DeliveryPlaceCountDto) deliveryPlaces: DeliveryPlaceCountDto[];
  @ListOf(() => FailureCountDto, { description: 'Why first tries failed, the commonest first' }) failures: FailureCountDto[];
  @ListOf(() => OpenParcelsDto, { description: 'Open at the end of the period, or now while it runs, the youngest first' })
  open: OpenParcelsDto[];
  @ListOf(() => OfficeShareDto, { description: 'By the office of delivery; only of one commune and the facts as they stand' })
  byOffice: OfficeShareDto[];
}
