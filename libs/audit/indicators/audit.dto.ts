import { CLOSING_OUTCOMES, type ClosingOutcome } from '@choxa/postal-contract';
import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { DELIVERY_PLACE_CODES, type DeliveryPlace } from '@choxa/standards';

const LABEL_LEVELS = ['none', 'declared', 'format_valid', 'checked'] as const;
const NUMBER_KINDS = ['gtin', 'internal'] as const;
const SUM = { max: Number.MAX_SAFE_INTEGER } as const;
const PERIOD = {
  max: 7,
  optional: true,
  description: 'Quarter `2026-Q3` or year `2026` in Asia/Ho_Chi_Minh; the current quarter unless told',
};
const PROVINCE = {
  max: 2,
  pattern: /^(\d{2})?$/,
  optional: true,
  description: 'Code of a province; all that the caller may see unless told',
};
const SHARE = { max: 6, optional: true, example: '66.66', description: 'Percent, rounded down; null when none arose' };

export class IndicatorQueryDto {
  @Text(PERIOD) period?: string;
  @Text(PROVINCE) province?: string;
}

export class TradedLinesQueryDto extends PageQuery {
  @Text(PERIOD) period?: string;
  @Text(PROVINCE) province?: string;
  @Flag({ optional: true, description: 'Only compliant lines, or only the failing ones' }) compliant?: boolean;
}

export class PeriodsDto {
  @Texts({ max: 400 }) data: string[];
  @Text({ optional: true }) next: string | null;
}

export class IndicatorTitleDto {
  @Int() number: number;
  @Text({ max: 300 }) titleVi: string;
  @Text({ max: 300 }) titleEn: string;
  @Int({ max: 100 }) targetPercent: number;
}

export class IndicatorTitlesDto {
  @ListOf(() => IndicatorTitleDto) data: IndicatorTitleDto[];
  @Text({ optional: true }) next: string | null;
}

export class ShareDto {
  @Int() numerator: number;
  @Int() denominator: number;
  @Text(SHARE) share: string | null;
}

export class MoneyShareDto {
  @Vnd(SUM) numeratorVnd: number;
  @Vnd(SUM) denominatorVnd: number;
  @Text(SHARE) share: string | null;
}

export class NamedShareDto extends ShareDto {
  @Text() code: string;
  @Text() name: string;
}

export class OperatorShareDto extends ShareDto {
  @Text() code: string;
}

export class MethodDto {
  @Text() version: string;
  @Text({ description: 'The decision it follows' }) basis: string;
  @Text({ max: 500 }) formula: string;
  @Text({ max: 2000 }) textVi: string;
  @Text({ max: 2000 }) textEn: string;
}

export class CoveredProvinceDto {
  @Text() code: string;
  @Text() name: string;
}

/** What every indicator says of itself. */
export class HeadlineDto extends ShareDto {
  @Int() number: number;
  @Text({ max: 300 }) titleVi: string;
  @Text({ max: 300 }) titleEn: string;
  @Text() period: string;
  @Day() firstDay: string;
  @Day() lastDay: string;
  @Instant({ description: 'From then on later returns no longer change the figure' }) cutOffAt: string;
  @Flag({ description: 'Period or cut-off still ahead: the figure may change' }) provisional: boolean;
  @Text({ optional: true, description: 'The one province covered, if it is one' }) province: string | null;
  @ListOf(() => CoveredProvinceDto, { description: 'Provinces covered; empty for the whole nation' }) covers: CoveredProvinceDto[];
  @Text({ description: 'Percent' }) target: string;
  @Instant() asOf: string;
  @Nested(() => MethodDto) method: MethodDto;
  @ListOf(() => NamedShareDto) byProvince: NamedShareDto[];
}

export class LabelPartsDto {
  @Nested(() => ShareDto) brand: ShareDto;
  @Nested(() => ShareDto) barcode: ShareDto;
  @Nested(() => ShareDto) origin: ShareDto;
}

export class MissingFieldDto {
  @Text({ description: 'Code of the label field' }) field: string;
  @Int({ description: 'Traded lines that lack it' }) count: number;
  @Int({ description: 'Products with such a line' }) products: number;
}

export class ServicesDto {
  @Int() products: number;
  @Int() lines: number;
  @Vnd(SUM) amountVnd: number;
}

export class LabelledProductsDto extends HeadlineDto {
  @Nested(() => ShareDto) byLine: ShareDto;
  @Nested(() => MoneyShareDto) byValue: MoneyShareDto;
  @Nested(() => ShareDto, { description: 'Products all of whose lines are compliant with a GTIN' }) strictGtin: ShareDto;
  @Nested(() => ShareDto, { description: 'Products all of whose lines are compliant and were checked by a clerk' })
  checkedByPerson: ShareDto;
  @Nested(() => LabelPartsDto) parts: LabelPartsDto;
  @ListOf(() => MissingFieldDto) missing: MissingFieldDto[];
  @Nested(() => ServicesDto, { description: 'Set 26, outside every share' }) services: ServicesDto;
}

export class OutcomeCountDto {
  @OneOf(CLOSING_OUTCOMES) outcome: ClosingOutcome;
  @Int() count: number;
}

export class DeliveryPlaceCountDto {
  @OneOf(DELIVERY_PLACE_CODES) place: DeliveryPlace;
  @Int() count: number;
}

export class ParcelsToAddressDto extends HeadlineDto {
  @Nested(() => ShareDto) validlyDelivered: ShareDto;
  @Nested(() => ShareDto, { description: 'Delivered at the first try, wherever' }) firstAttempt: ShareDto;
  @ListOf(() => OperatorShareDto) byOperator: OperatorShareDto[];
  @ListOf(() => OutcomeCountDto) outcomes: OutcomeCountDto[];
  @ListOf(() => DeliveryPlaceCountDto) deliveryPlaces: DeliveryPlaceCountDto[];
}

export class TradedLineDto {
  @Uuid() lineId: string;
  @Uuid() productId: string;
  @Text({ max: 1000 }) productName: string;
  @Uuid() householdId: string;
  @Text({ max: 1000 }) householdName: string;
  @Text() communeCode: string;
  @Text() communeName: string;
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Text() setCode: string;
  @Day() deliveredOn: string;
  @Int() quantity: number;
  @Vnd(SUM) amountVnd: number;
  @Flag() compliant: boolean;
  @OneOf(LABEL_LEVELS) level: (typeof LABEL_LEVELS)[number];
  @Texts() missing: string[];
  @OneOf(NUMBER_KINDS, { optional: true }) barcodeKind: (typeof NUMBER_KINDS)[number] | null;
  @Flag() checkedByPerson: boolean;
}

export class TradedLinesDto {
  @ListOf(() => TradedLineDto) data: TradedLineDto[];
  @Text({ max: 500, optional: true }) next: string | null;
}
