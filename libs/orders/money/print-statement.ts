import type { Workshop } from '@choxa/platform';
import type makeStatement from './make-statement.js';
import type { MoneyStatement } from './statement-table.js';

/** Where statements are printed: beside the thread that answers people. */
const MAKER = import.meta.resolve('@choxa/orders/make-statement');
/** Lines that go from one thread to another at once: about a millisecond's work. */
const LINES_AT_ONCE = 500;

/**
 * The statement as a PDF.
 *
 * @throws Problem `service.busy` when too many wait, `file.not-made` when it took too much time or memory
 */
export async function printStatement(workshop: Workshop, { lines, ...head }: MoneyStatement): Promise<Buffer> {
  const { bytes } = await workshop.make<typeof makeStatement>(MAKER, head, partsOf(lines));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function* partsOf(lines: MoneyStatement['lines']): Generator<MoneyStatement['lines']> {
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) yield lines.slice(from, from + LINES_AT_ONCE);
}
