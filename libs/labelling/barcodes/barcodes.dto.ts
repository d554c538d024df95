import { Flag, Instant, ListOf, OneOf, Text, Texts } from '@choxa/platform';
import { displayNumber, toLocalTimestamp } from '@choxa/standards';
import type { BarcodeEntity } from './barcode.entity.js';
import { barcodeUrls } from './barcode-urls.js';

const KINDS = ['gtin', 'internal'] as const;
const STATES = ['current', 'replaced'] as const;

export class AllotBarcodeDto {
  @OneOf(KINDS, { description: 'gtin: a number under a GS1 licence of the household; internal: one of the platform' }) kind:
    'gtin' | 'internal';
  @Text({ max: 40, optional: true, description: 'The GS1 number, with kind gtin', example: '8938500000010' }) number?: string;
  @Flag({ optional: true, description: 'With kind gtin and without a number: the next free one inside the company prefix' }) next?: boolean;
  @Text({ max: 20, optional: true, description: 'GS1 company prefix the household holds; declared once' }) companyPrefix?: string;
}

export class BarcodeDto {
  @OneOf(KINDS) kind: 'gtin' | 'internal';
  @Text({ description: '14 digits, zeros in front' }) number: string;
  @Text({ description: 'As printed under the bars' }) digits: string;
  @Text() svgUrl: string;
  @Text() pngUrl: string;
}

/** A number a pack has or had; one corrected away still finds the pack. */
export class PackNumberDto {
  @OneOf(KINDS) kind: 'gtin' | 'internal';
  @Text() digits: string;
  @OneOf(STATES) state: 'current' | 'replaced';
  @Instant() allottedAt: string;
  @Instant({ optional: true }) replacedAt: string | null;
}

export class PackNumbersDto {
  @ListOf(() => PackNumberDto, { description: 'Newest first' }) data: PackNumberDto[];
  @Texts({ description: 'GS1 company prefixes the household has declared' }) companyPrefixes: string[];
}

export function toPackNumberDto({ kind, number, state, allottedAt, replacedAt }: BarcodeEntity): PackNumberDto {
  return {
    kind,
    digits: displayNumber(number),
    state,
    allottedAt: toLocalTimestamp(allottedAt),
    replacedAt: replacedAt && toLocalTimestamp(replacedAt),
  };
}

export function toBarcodeDto({ packId, kind, number }: BarcodeEntity): BarcodeDto {
  return { kind, number, digits: displayNumber(number), ...barcodeUrls(packId, number) };
}
