import { platformProblem } from '../errors/problem.js';
import { Int, Text } from './fields.js';

/** `?limit=1..100&cursor=` of every list. */
export class PageQuery {
  @Int({ min: 1, max: 100, optional: true, description: 'Rows per page, 24 unless told' })
  limit?: number;

  @Text({ max: 500, optional: true, description: 'Opaque: the `next` of the page before' })
  cursor?: string;
}

export const DEFAULT_LIMIT = 24;

/** A page and the cursor of the one after it; null on the last. */
export interface Page<T> {
  data: T[];
  next: string | null;
}

/** Keyset values as an opaque cursor. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The `length` keyset values of a cursor. Throws `request.invalid` on anything we did not make. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => value === null || ['string', 'number'].includes(typeof value))
    )
      return values as (string | number | null)[];
  } catch {
    // falls through to the one answer for every bad cursor
  }
  throw platformProblem('request.invalid', { errors: [{ pointer: '/cursor', code: 'cursor', detail: 'Not a cursor of this list' }] });
}

/** Cuts `rows` (read with `limit + 1`) to a page; `keyOf` gives the keyset values of the last row shown. */
export function pageOf<Row, Item>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => (string | number | null)[],
  map: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(map), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
