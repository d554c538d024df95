import { Flag, Int, ListOf, Nested, Text, Vnd } from '@choxa/platform';
import { IndicatorDto, ShareDto } from '../indicator.dto.js';

const FEW_BUYERS = { optional: true, description: 'Null where fewer than five bought' };
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

export class LevelCountsDto {
  @Int() none: number;
  @Int() declared: number;
  @Int() formatValid: number;
  @Int({ description: 'Checked by a person' }) checked: number;
}

export class PartLevelsDto {
  @Nested(() => LevelCountsDto) brand: LevelCountsDto;
  @Nested(() => LevelCountsDto) barcode: LevelCountsDto;
  @Nested(() => LevelCountsDto) origin: LevelCountsDto;
}

/** Lines with each kind of barcode; the rest have none. */
export class BarcodeKindsDto {
  @Int() gtin: number;
  @Int({ description: 'A number of the platform' }) internal: number;
}

/** The same without sales of a household to itself. */
export class NetLabelledDto {
  @Nested(() => ShareDto) products: ShareDto;
  @Nested(() => ShareDto) byLine: ShareDto;
  @Nested(() => MoneyShareDto, FEW_BUYERS) byValue: MoneyShareDto | null;
  @Nested(() => ShareDto) strictGtin: ShareDto;
  @Nested(() => ShareDto) checkedByPerson: ShareDto;
  @Nested(() => LabelPartsDto) parts: LabelPartsDto;
  @Nested(() => PartLevelsDto) levels: PartLevelsDto;
  @Nested(() => BarcodeKindsDto) barcodes: BarcodeKindsDto;
}

export class MissingFieldDto {
  @Text({ description: 'Code of the label field' }) field: string;
  @Int({ description: 'Traded lines that lack it' }) count: number;
  @Int({ description: 'Those that are no self-dealing' }) netCount: number;
  @Int({ description: 'Products with such a line' }) products: number;
}

export class ServicesDto {
  @Int() products: number;
  @Int() lines: number;
  @Vnd(SUM) amountVnd: number;
}

export class LabelledProductsDto extends IndicatorDto {
  @Nested(() => ShareDto) byLine: ShareDto;
  @Nested(() => MoneyShareDto, FEW_BUYERS) byValue: MoneyShareDto | null;
  @Nested(() => ShareDto, { description: 'Products all of whose lines are compliant with a GTIN' }) strictGtin: ShareDto;
  @Nested(() => ShareDto, { description: 'Products all of whose lines are compliant and were checked by a clerk' })
  checkedByPerson: ShareDto;
  @Nested(() => LabelPartsDto) parts: LabelPartsDto;
  @Nested(() => PartLevelsDto, { description: 'Lines by the level of each part' }) levels: PartLevelsDto;
  @Nested(() => BarcodeKindsDto) barcodes: BarcodeKindsDto;
  @Nested(() => NetLabelledDto) withoutSelfDealing: NetLabelledDto;
  @Flag({ description: 'Fewer than five bought: values are left out' }) fewBuyers: boolean;
  @ListOf(() => MissingFieldDto) missing: MissingFieldDto[];
  @Nested(() => ServicesDto, { description: 'Set 26, outside every share' }) services: ServicesDto;
}
