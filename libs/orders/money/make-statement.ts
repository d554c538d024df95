import type { Maker } from '@choxa/platform';
import type { MoneyLineDto } from './money.dto.js';
import { statementPdf } from './statement-pdf.js';
import type { MoneyStatement } from './statement-table.js';

/** A statement still without its lines. */
export type StatementHead = Omit<MoneyStatement, 'lines'>;

/** Prints a statement. Runs in a thread of the Workshop, so it imports nothing of the application. */
const makeStatement: Maker<StatementHead, readonly MoneyLineDto[], { bytes: Uint8Array }> = async (head, parts) => ({
  bytes: await statementPdf({ ...head, lines: parts.flat() }),
});

export default makeStatement;
