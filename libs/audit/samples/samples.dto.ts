import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, Text, Texts, Uuid } from '@choxa/platform';
import { ShareDto } from '../indicators/indicator.dto.js';
import { InspectionDto } from '../inspections/inspections.dto.js';
import { INSPECTED_FIELDS, type InspectedField } from '../inspections/verdicts.rules.js';
import { STRATA_BY, type StrataBy } from './draw.rules.js';

const MOST_ITEMS = 2_000;
const PERCENT = { max: 6, optional: true, example: '96.91' } as const;

export class DrawSampleDto {
  @Text({ max: 120, optional: true, description: 'What officials call it' }) title?: string;
  @Text({ max: 11, optional: true, description: 'Period like `2026-Q3`; the current quarter unless told' }) period?: string;
  @Text({ max: 2, pattern: /^(\d{2})?$/, optional: true, description: 'Province; all of the caller’s area unless told' }) province?: string;
  @Text({ max: 5, pattern: /^(\d{5})?$/, optional: true, description: 'Commune' }) commune?: string;
  @Int({ min: 1, max: MOST_ITEMS, description: 'Products wanted' }) size: number;
  @Text({ max: 100, optional: true, description: 'Makes the draw repeatable; made up when left out' }) seed?: string;
  @Int({ min: 0, max: 100, description: 'So many in a hundred are inspected by a second person too' }) doublePercent: number;
}

export class SampleDto {
  @Uuid() id: string;
  @Text() title: string;
  @Text({ description: 'Period the products were traded in' }) period: string;
  @Texts({ optional: true, description: 'Provinces drawn from; null for the nation' }) provinces: string[] | null;
  @Texts({ optional: true, description: 'Single communes drawn from' }) communes: string[] | null;
  @Text() seed: string;
  @Int({ description: 'Products wanted' }) size: number;
  @Int({ max: 100 }) doublePercent: number;
  @Text({ description: 'The way of drawing' }) method: string;
  @OneOf(STRATA_BY) strataBy: StrataBy;
  @Int({ description: 'Products that could have been drawn' }) frameSize: number;
  @Text({ description: 'SHA-256 of the frame (`/frame`)' }) frameHash: string;
  @Instant() drawnAt: string;
  @Flag({ description: 'Drawn by the caller' }) own: boolean;
  @Int({ description: 'Items in the caller’s area' }) items: number;
  @Int({ description: 'Of these, judged by a first inspector' }) inspected: number;
  @Int({ description: 'Of these, to be inspected twice' }) doubleItems: number;
  @Int() inspectedTwice: number;
}

export class SamplesDto {
  @ListOf(() => SampleDto) data: SampleDto[];
  @Text({ max: 500, optional: true }) next: string | null;
}

/** What the label of a drawn product declared on its latest traded line. */
export class DeclaredLabelDto {
  @Flag() compliant: boolean;
  @Texts({ description: 'Codes of the fields that were missing' }) missing: string[];
  @Text({ description: 'Version of the label rule' }) ruleVersion: string;
  @Text({ optional: true, description: '14 digits' }) barcode: string | null;
  @OneOf(['gtin', 'internal'], { optional: true }) barcodeKind: 'gtin' | 'internal' | null;
  @Text({ optional: true }) lotCode: string | null;
  @Text({ optional: true }) traceCode: string | null;
}

export class SampleItemDto {
  @Uuid() productId: string;
  @Int({ description: 'Its number on the list, commune by commune' }) position: number;
  @Text() stratum: string;
  @Flag({ description: 'Inspected twice' }) double: boolean;
  @Text({ max: 1000 }) productName: string;
  @Text() setCode: string;
  @Uuid() householdId: string;
  @Text({ max: 1000 }) householdName: string;
  @Text() communeCode: string;
  @Text() communeName: string;
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Flag({ description: 'All its traded lines were compliant by their snapshots' }) compliant: boolean;
  @Nested(() => DeclaredLabelDto) label: DeclaredLabelDto;
  @Int({ description: 'Traded lines' }) lines: number;
  @Int({ description: 'Lines whose pack a post clerk scanned at acceptance and found right' }) checkedLines: number;
  @Int({ max: 2, description: 'How many have judged it' }) judgedBy: number;
  @Flag({ description: 'The caller may record a finding of it' }) open: boolean;
  @ListOf(() => InspectionDto, { description: 'Without findings that must not be seen yet' }) inspections: InspectionDto[];
}

export class SampleItemsDto {
  @ListOf(() => SampleItemDto, { max: MOST_ITEMS }) data: SampleItemDto[];
  @Text({ optional: true }) next: string | null;
}

export class IntervalDto {
  @Text(PERCENT) lowPercent: string;
  @Text(PERCENT) highPercent: string;
}

export class StratumResultDto {
  @Text() key: string;
  @Text({ optional: true }) provinceCode: string | null;
  @Text({ optional: true }) setCode: string | null;
  @Int({ description: 'Products in the frame' }) units: number;
  @Nested(() => ShareDto, { description: 'Declared whole, of all its products' }) declared: ShareDto;
  @Int() drawn: number;
  @Nested(() => ShareDto, { description: 'Found right, of those judged' }) audited: ShareDto;
  @Nested(() => IntervalDto, { optional: true, description: '95 %; null where nothing was judged' }) interval: IntervalDto | null;
}

export class EstimateDto extends IntervalDto {
  @Text({ ...PERCENT, description: 'Right labels in the whole frame, each stratum by its weight' }) sharePercent: string;
  @Int({ description: 'Products of the strata in which something was judged' }) units: number;
}

export class FoundDto {
  @Int({ description: 'Declared whole, found right' }) declaredRight: number;
  @Int({ description: 'Declared whole, found wrong' }) declaredWrong: number;
  @Int({ description: 'Not declared whole, yet found right' }) incompleteRight: number;
  @Int({ description: 'Not declared whole, found wrong' }) incompleteWrong: number;
  @Int({ description: 'Could not be judged' }) unclear: number;
}

/** How often each was found. */
export class OutcomeCountsDto {
  @Int() right: number;
  @Int() wrong: number;
  @Int() unclear: number;
}

export class FieldCountDto extends OutcomeCountsDto {
  @OneOf(INSPECTED_FIELDS) field: InspectedField;
}

export class CounterChecksDto {
  @Nested(() => ShareDto, { description: 'Traded lines of the frame whose pack a post clerk scanned at acceptance and found right' })
  lines: ShareDto;
  @Nested(() => ShareDto, { description: 'Items found right at the counter throughout: barcodes that the inspector found right too' })
  barcodes: ShareDto;
}

export class AgreementDto {
  @Nested(() => ShareDto, { description: 'Pairs of findings that are the same' }) same: ShareDto;
  @Text({ max: 6, optional: true, example: '0.812', description: 'Cohen’s kappa; null where it is not defined' }) kappa: string | null;
  @OneOf(['no-pairs', 'one-answer'], { optional: true, description: 'Why it is not defined' })
  undefinedWhy: 'no-pairs' | 'one-answer' | null;
  @ListOf(() => OutcomeCountsDto, { description: 'Rows: the first inspector’s finding; right, wrong, unclear' }) table: OutcomeCountsDto[];
}

export class FieldAgreementDto extends AgreementDto {
  @OneOf(INSPECTED_FIELDS) field: InspectedField;
}

export class SampleResultDto {
  @Day({ description: 'The facts were read on this day' }) drawnOn: string;
  @Nested(() => ShareDto, { description: 'Declared whole, of the products the estimate speaks of' }) declared: ShareDto;
  @Nested(() => EstimateDto, { optional: true, description: 'Null where nothing was judged' }) audited: EstimateDto | null;
  @ListOf(() => StratumResultDto, { max: MOST_ITEMS }) strata: StratumResultDto[];
  @Nested(() => FoundDto) found: FoundDto;
  @ListOf(() => FieldCountDto) fields: FieldCountDto[];
  @Nested(() => CounterChecksDto, { description: 'Another source, apart' }) counter: CounterChecksDto;
  @Nested(() => AgreementDto, { description: 'All fields together' }) agreement: AgreementDto;
  @ListOf(() => FieldAgreementDto) agreementByField: FieldAgreementDto[];
}
