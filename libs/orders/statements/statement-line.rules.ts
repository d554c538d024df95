import { isIsoDay } from '@choxa/standards';
import type { ColumnMap } from './statement-columns.rules.js';

/** A line as it was read: money in, nothing of interest (money out, a sum, an empty line), or a cell that cannot be read. */
export type ReadLine =
  { kind: 'in'; bookedOn: string; amountVnd: number; text: string } | { kind: 'out' } | { kind: 'bad'; column: 'date' | 'amount' };

export function readLine(cells: readonly string[], map: ColumnMap): ReadLine {
  const cell = (column: keyof ColumnMap): string => (map[column] === undefined ? '' : (cells[map[column]] ?? '').trim());
  const written = cell('credit') || (cell('debit') ? '' : cell('amount'));
  if (!written) return { kind: 'out' };
  const amountVnd = readAmount(written);
  if (amountVnd === null) return { kind: 'bad', column: 'amount' };
  if (amountVnd <= 0) return { kind: 'out' };
  const bookedOn = readDay(cell('date'));
  return bookedOn ? { kind: 'in', bookedOn, amountVnd, text: cell('text') } : { kind: 'bad', column: 'date' };
}

/** `+1,250,000.00 VND`, `1.250.000`, `125000`, `-50,000` as whole đồng; null for anything else, also for fractions of a đồng. */
export function readAmount(text: string): number | null {
  const bare = text.replace(/\s|vn[dđ]|[₫đ]$/giu, '');
  const match = /^([+-]?)(\d{1,3}(?:([.,])\d{3})(?:\3\d{3})*|\d+)(?:[.,]0{1,2})?$/.exec(bare);
  if (!match) return null;
  const amount = Number(match[2]!.replace(/[.,]/g, ''));
  return Number.isSafeInteger(amount) ? (match[1] === '-' ? -amount : amount) : null;
}

/** `16/11/2026 09:30`, `16-11-2026`, `2026-11-16T…` as a day; null for anything else. */
export function readDay(text: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D|$)/.exec(text);
  const day = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : text.slice(0, 10);
  return isIsoDay(day) ? day : null;
}

// Crockford's letters and digits of an order's number, and the two digits of its part.
const REFERENCE = /(?=(CX[0-9A-HJKMNP-TV-Z]{8}\d{2}))/g;

/** Letters and digits alone, in capitals: banks put spaces and points where they like. */
export function bareText(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** Everything in a bank's text that looks like a payment reference, in its sequence. */
export function referencesIn(text: string): string[] {
  return [...new Set([...bareText(text).matchAll(REFERENCE)].map((match) => match[1]!))];
}
