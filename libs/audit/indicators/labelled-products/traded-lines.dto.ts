import { Day, Flag, Int, ListOf, OneOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { ScopePageQueryDto } from '../../scope/scope.dto.js';
import { SUM } from './labelled-products.dto.js';

export const LABEL_LEVELS = ['none', 'declared', 'format_valid', 'checked'] as const;
export const NUMBER_KINDS = ['gtin', 'internal'] as const;

export class TradedLinesQueryDto extends ScopePageQueryDto {
  @Flag({ optional: true, description: 'Only compliant lines, or only the failing ones' }) compliant?: boolean;
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
  @Flag({ description: 'Fewer than five bought the product in the period: day, quantity and amount are left out' }) fewBuyers: boolean;
  @Day({ optional: true }) deliveredOn: string | null;
  @Int({ optional: true }) quantity: number | null;
  @Vnd({ ...SUM, optional: true }) amountVnd: number | null;
  @Flag() compliant: boolean;
  @OneOf(LABEL_LEVELS) level: (typeof LABEL_LEVELS)[number];
  @Texts() missing: string[];
  @OneOf(NUMBER_KINDS, { optional: true }) barcodeKind: (typeof NUMBER_KINDS)[number] | null;
  @Flag() checkedByPerson: boolean;
  @Flag({ description: 'The household bought it from itself' }) selfDealing: boolean;
}

export class TradedLinesDto {
  @ListOf(() => TradedLineDto) data: TradedLineDto[];
  @Text({ max: 500, optional: true }) next: string | null;
}
