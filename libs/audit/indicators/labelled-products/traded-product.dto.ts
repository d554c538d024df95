import { Flag, Int, ListOf, Nested, OneOf, Text, Texts } from '@choxa/platform';
import { LABEL_LEVELS, NUMBER_KINDS, TradedLinesDto } from './traded-lines.dto.js';
import { LabelledProductsDto } from './labelled-products.dto.js';

type Level = (typeof LABEL_LEVELS)[number];

/** A label the product was sold with, as it was copied when it was ordered: the evidence. */
export class LabelEvidenceDto {
  @Text() ruleVersion: string;
  @Flag() compliant: boolean;
  @OneOf(LABEL_LEVELS) level: Level;
  @OneOf(LABEL_LEVELS) brand: Level;
  @OneOf(LABEL_LEVELS) barcode: Level;
  @OneOf(LABEL_LEVELS) origin: Level;
  @Texts() missing: string[];
  @OneOf(NUMBER_KINDS, { optional: true }) barcodeKind: (typeof NUMBER_KINDS)[number] | null;
  @Text({ optional: true }) barcodeNumber: string | null;
  @Text({ optional: true }) lotCode: string | null;
  @Text({ optional: true }) traceCode: string | null;
  @Int({ description: 'Lines sold with it' }) lines: number;
}

/** A product in the period: its figures, what its labels lacked, the labels themselves and its first lines. */
export class TradedProductDto extends LabelledProductsDto {
  @ListOf(() => LabelEvidenceDto) evidence: LabelEvidenceDto[];
  @Nested(() => TradedLinesDto, { description: 'As the facts stand' }) lines: TradedLinesDto;
}
