import { fold } from '@choxa/standards';

/** What a bank's row says of a line: paid, not arrived, or another amount than asked for. */
export type RowOutcome = 'paid' | 'failed' | 'amount_differs';

/** A line that the bank was told to pay. */
export interface AwaitedLine {
  /** What stands with the money, as we write it. */
  reference: string;
  paidVnd: number;
}

export interface StatementRow {
  reference: string;
  outcome: RowOutcome;
}

/** Words by which banks say that a transfer came back, folded. */
const NOT_ARRIVED = ['that bai', 'khong thanh cong', 'hoan tra', 'tra lai', 'failed', 'returned', 'rejected'];
/** A reference as banks repeat it: without its hyphen, or with spaces in it. */
const REFERENCE = /DOT\d{14}/;
const AMOUNT = /^[+-]?(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:[.,]0{1,2})?$/;

/**
 * Reads one row of a bank's answer, whatever its columns: it names a reference of ours somewhere, has the amount in a cell of its own, and may say
 * that the money did not arrive. Null where it names no line of `lines`.
 */
export function readStatementRow(cells: readonly string[], lines: readonly AwaitedLine[]): StatementRow | null {
  const named = cells.map((cell) => REFERENCE.exec(bare(cell))?.[0]).find((found) => found !== undefined);
  const line = lines.find(({ reference }) => bare(reference) === named);
  if (!line) return null;
  const words = fold(cells.join(' '));
  const outcome = NOT_ARRIVED.some((word) => words.includes(word)) ? 'failed' : 'paid';
  const fits = cells.some((cell) => amountIn(cell) === line.paidVnd);
  return { reference: line.reference, outcome: fits ? outcome : 'amount_differs' };
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** `1.250.000`, `-1,250,000.00 VND` as whole đồng without its sign; null for anything else. */
function amountIn(cell: string): number | null {
  const match = AMOUNT.exec(cell.replace(/\s|vn[dđ]|[₫đ]$/giu, ''));
  return match ? Number(match[1]!.replace(/[.,]/g, '')) : null;
}
