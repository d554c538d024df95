import { Instant, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import { LABEL_FORMATS, type LabelFormatName } from '../label-sheet/label-format.js';
import type { PackPrinting } from './label-printings.query.js';
import { MOST_LABELS, type LabelPrinting } from './print-labels.js';

const MOST_LINES = 200;

export class LabelLineDto {
  @Uuid() packId: string;
  @Uuid({ optional: true, description: 'The lot the pack is sold from where none is given' }) lotId?: string;
  @Int({ min: 1, max: MOST_LABELS }) copies: number;
}

export class PrintLabelsDto {
  @OneOf(LABEL_FORMATS) format: LabelFormatName;
  @ListOf(() => LabelLineDto, { min: 1, max: MOST_LINES, description: 'Packs of one household, in the order of the sheet' })
  lines: LabelLineDto[];
}

export class LabelPrintingDto {
  @Uuid() id: string;
  @Instant() printedAt: string;
  @Int({ description: 'Of all lines together' }) labels: number;
  @Text({ max: 500, description: 'The file' }) pdfUrl: string;
}

export class PackPrintingDto {
  @Uuid() id: string;
  @Instant() printedAt: string;
  @Text() printedByName: string;
  @OneOf(LABEL_FORMATS) format: LabelFormatName;
  @Int({ description: 'Labels of this pack' }) copies: number;
  @Uuid({ optional: true }) lotId: string | null;
  @Text({ optional: true }) lotCode: string | null;
}

export class PackPrintingListDto {
  @ListOf(() => PackPrintingDto) data: PackPrintingDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export function toLabelPrintingDto({ id, printedAt, batches }: LabelPrinting): LabelPrintingDto {
  return {
    id,
    printedAt: toLocalTimestamp(printedAt),
    labels: batches.reduce((sum, { copies }) => sum + copies, 0),
    pdfUrl: `/api/v1/household/label-printings/${id}/labels.pdf`,
  };
}

export function toPackPrintingDto({ id, printedAt, printedByName, format, copies, lotId, lotCode }: PackPrinting): PackPrintingDto {
  return { id, printedAt: toLocalTimestamp(printedAt), printedByName, format, copies, lotId, lotCode };
}
