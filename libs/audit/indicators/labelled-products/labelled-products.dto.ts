import { Int, ListOf, Nested, Text, Vnd } from '@choxa/platform';
import { IndicatorDto, ShareDto } from '../indicator.dto.js';

/** A sum over many lines. */
export const SUM = { max: Number.MAX_SAFE_INTEGER } as const;

export class MoneyShareDto {
  @Vnd(SUM) numeratorVnd: number;
  @Vnd(SUM) denominatorVnd: number;
  @Text({ max: 6, optional: true, example: '66.66', description: 'Percent, rounded down; null when none arose' }) share: string | null;
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

export class LabelledProductsDto extends IndicatorDto {
  @Nested(() => ShareDto) byLine: ShareDto;
  @Nested(() => MoneyShareDto) byValue: MoneyShareDto;
  @Nested(() => ShareDto, { description: 'Products all of whose lines are compliant with a GTIN' }) strictGtin: ShareDto;
  @Nested(() => ShareDto, { description: 'Products all of whose lines are compliant and were checked by a clerk' })
  checkedByPerson: ShareDto;
  @Nested(() => LabelPartsDto) parts: LabelPartsDto;
  @ListOf(() => MissingFieldDto) missing: MissingFieldDto[];
  @Nested(() => ServicesDto, { description: 'Set 26, outside every share' }) services: ServicesDto;
}
