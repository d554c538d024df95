import { decodeCursor, platformProblem } from '@choxa/platform';
import type { Params } from './statement.js';

export const SORTS = ['relevance', 'price', '-price', 'newest', 'popular', 'nearest', 'name'] as const;
export type Sort = (typeof SORTS)[number];

interface Order {
  /** Columns in order, unique together, all in one direction, with the type their cursor value is cast to. */
  keys: readonly [column: string, type: string][];
  descending: boolean;
}

const PACK = ['pack_id', 'uuid'] as const satisfies [string, string];

export const ORDERS: Record<Exclude<Sort, 'relevance'>, Order> = {
  price: { keys: [['price_vnd', 'bigint'], [...PACK]], descending: false },
  '-price': { keys: [['price_vnd', 'bigint'], [...PACK]], descending: true },
  newest: { keys: [['published_at', 'timestamptz'], [...PACK]], descending: true },
  popular: { keys: [['popularity', 'int'], ['published_at', 'timestamptz'], [...PACK]], descending: true },
  nearest: { keys: [['nearness', 'int'], ['popularity', 'int'], ['published_at', 'timestamptz'], [...PACK]], descending: true },
  name: { keys: [['name collate "vi-x-icu"', 'text'], [...PACK]], descending: false },
};

/** From where "nearest" is counted: a province, and those around it. */
export interface Near {
  province: string;
  around: readonly string[];
}

/** SQL conditions of how near a pack comes from, nearest first: from the province, from beside it, from farther away. */
export function nearnessTests(params: Params, { province, around }: Near): [nearness: number, test: string][] {
  const own = params.add(province, 'text');
  const beside = params.add(around, 'text[]');
  return [
    [2, `province_code = ${own}`],
    [1, `province_code = any(${beside})`],
    [0, `province_code <> ${own} and province_code <> all(${beside})`],
  ];
}

/** How well a pack answers the search, then the pack: `score` is a column of the candidates. */
export const BY_SCORE: Order = { keys: [['score', 'bigint'], [...PACK]], descending: true };

export function orderBy({ keys, descending }: Order): string {
  return keys.map(([column]) => `${column}${descending ? ' desc' : ''}`).join(', ');
}

/** Only rows after the one the cursor names. Throws `request.invalid` on a cursor of another sort. */
export function afterCursor(params: Params, sort: Sort, { keys, descending }: Order, cursor: string | undefined): string {
  if (!cursor) return 'true';
  const [of, ...values] = decodeCursor(cursor, keys.length + 1);
  if (of !== sort || values.includes(null))
    throw platformProblem('request.invalid', { errors: [{ pointer: '/cursor', code: 'cursor', detail: 'Not a cursor of this sort' }] });
  const left = keys.map(([column]) => column).join(', ');
  const right = keys.map(([, type], i) => params.add(String(values[i]), 'text') + `::${type}`).join(', ');
  return `(${left}) ${descending ? '<' : '>'} (${right})`;
}

/** SQL of the JSON array a cursor is made of. */
export function cursorValues(sort: Sort, { keys }: Order): string {
  return `json_build_array('${sort}', ${keys.map(([column]) => column).join(', ')})::text`;
}
