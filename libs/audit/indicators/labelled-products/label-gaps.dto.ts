import { Int, ListOf, Nested, Text } from '@choxa/platform';
import { ShareDto } from '../indicator.dto.js';

/** What mending one missing field on all lines would bring, with or without self-dealing. */
export class GainDto {
  @Int({ description: 'Products that lack only this field' }) products: number;
  @Nested(() => ShareDto, { description: 'The indicator as it would be' }) after: ShareDto;
}

export class GapDto {
  @Text({ description: 'Code of the label field' }) field: string;
  @Int({ description: 'Traded lines that lack it' }) lines: number;
  @Int() netLines: number;
  @Int({ description: 'Products with such a line' }) products: number;
  @Nested(() => GainDto) gain: GainDto;
  @Nested(() => GainDto, { description: 'The same without self-dealing' }) netGain: GainDto;
}

export class GapsDto {
  @ListOf(() => GapDto, { description: 'The greatest gain first' }) data: GapDto[];
  @Text({ optional: true }) next: string | null;
}
