import type { FastifyReply } from 'fastify';
import { displayNumber, localDay } from '@choxa/standards';
import type { LabelFormatName } from '../label-sheet/label-format.js';
import { labelPdf } from '../label-sheet/label-pdf.js';
import type { LabelPrinting } from './print-labels.js';

/** Answers with the file of a printing, page by page as it is drawn. */
export async function sendSheet({ printedAt, batches }: LabelPrinting, format: LabelFormatName, reply: FastifyReply): Promise<void> {
  const [first, ...others] = batches;
  const of = others.length ? `${batches.length}-loai` : displayNumber(first!.number);
  void reply
    .header('Cache-Control', 'private, no-store')
    .header('Content-Disposition', `inline; filename="nhan-${of}-${localDay(printedAt)}.pdf"`);
  await reply.type('application/pdf').send(labelPdf(batches, format, printedAt));
}
