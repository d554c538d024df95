import { OneOf, Text } from '@choxa/platform';
import { displayNumber } from '@choxa/standards';
import type { BarcodeEntity } from './barcode.entity.js';
import { barcodeUrls } from './barcode-urls.js';

const KINDS = ['gtin', 'internal'] as const;

export class AllotBarcodeDto {
  @OneOf(KINDS, { description: 'gtin: a number under a GS1 licence of the household; internal: one of the platform' }) kind:
    'gtin' | 'internal';
  @Text({ max: 40, optional: true, description: 'The GS1 number, with kind gtin', example: '8938500000010' }) number?: string;
  @Text({ max: 20, optional: true, description: 'GS1 company prefix the household holds; declared once' }) companyPrefix?: string;
}

export class BarcodeDto {
  @OneOf(KINDS) kind: 'gtin' | 'internal';
  @Text({ description: '14 digits, zeros in front' }) number: string;
  @Text({ description: 'As printed under the bars' }) digits: string;
  @Text() svgUrl: string;
  @Text() pngUrl: string;
}

export function toBarcodeDto({ packId, kind, number }: BarcodeEntity): BarcodeDto {
  return { kind, number, digits: displayNumber(number), ...barcodeUrls(packId, number) };
}
