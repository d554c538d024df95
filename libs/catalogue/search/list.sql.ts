import { CARD_COLUMNS, CARD_ITEM } from '../listing/card.js';
import { usedFilters, whereOf, type ListFilters } from './filters.js';
import { guessedRows, type Guesses } from './guesses.sql.js';
import { MOST_CANDIDATES } from './ranking.rules.js';
import { SCORED, scoreOf, shapeOf } from './score.sql.js';
import type { SearchQuery } from './search.rules.js';
import { afterCursor, BY_SCORE, cursorValues, nearnessTests, orderBy, ORDERS, type Near, type Sort } from './sorts.js';
import { Params, type Statement } from './statement.js';

export interface ListRequest {
  filters: ListFilters;
  sort: Sort;
  limit: number;
  cursor?: string;
  /** Of the sort `nearest`. */
  near?: Near;
  /** `YYYY-MM-DD`, local. */
  today: string;
}

/** A page of a list: its items as JSON text, and the values of its cursor. */
export interface Page {
  items: string;
  next: string | null;
}

const USUAL_LIMIT = 24;

/**
 * A page of the catalogue in one statement. Answers one row `{ items, next }`: the list items as JSON text joined by commas, and the values of the
 * cursor as JSON text, null on the last page. Without a query, relevance means popular.
 */
export function listSql(request: ListRequest): Statement {
  const sort = request.sort === 'relevance' ? 'popular' : request.sort;
  const order = ORDERS[sort];
  const params = new Params();
  params.add(request.today, 'date');
  const where = whereOf(params, request.filters);
  const after = afterCursor(params, request.sort, order, request.cursor);
  const inOrder = `order by ${orderBy(order)} limit ${request.limit + 1}`;
  // "nearest" takes a page of each nearness, so that no more than three pages are ever sorted.
  const rows = request.near
    ? `select * from (${nearnessTests(params, request.near)
        .map(
          ([nearness, test]) => `(select * from (select *, ${nearness} as nearness from catalogue.listing where ${where} and ${test}) ring
          where ${after} ${inOrder})`,
        )
        .join(' union all ')}) rings ${inOrder}`
    : `select * from catalogue.listing where ${where} and ${after} ${inOrder}`;
  return { name: nameOf('list', request), text: pageOf(rows, cursorValues(request.sort, order), request.limit), params: params.values };
}

/** A page of the packs that have every word of the query, or of those that were guessed where none has. Same answer as {@link listSql}. */
export function searchSql(request: ListRequest, query: SearchQuery, guesses: Guesses | null = null): Statement {
  const params = new Params();
  params.add(request.today, 'date');
  const where = whereOf(params, request.filters);
  const byScore = request.sort === 'relevance';
  const order = byScore ? BY_SCORE : ORDERS[request.sort as Exclude<Sort, 'relevance'>];
  const found = guesses ? guessed(params, guesses, where) : byScore ? scored(params, query, where) : withWords(params, query, where);
  const after = afterCursor(params, request.sort, order, request.cursor);
  const rows = byScore
    ? `select ${CARD_COLUMNS}, pack_id, score from (
        select pack_id, score from (${found}) found where ${after} order by ${orderBy(order)} limit ${request.limit + 1}) best
      join catalogue.listing using (pack_id) order by ${orderBy(order)}`
    : `select * from (select *${nearnessOf(params, request.near)} from (${found}) hit) found
        where ${after} order by ${orderBy(order)} limit ${request.limit + 1}`;
  const name = nameOf('search', request, guesses ? 'guessed' : byScore ? shapeOf(query) : 'found');
  return { name, text: pageOf(rows, cursorValues(request.sort, order), request.limit), params: params.values };
}

function withWords(params: Params, { words }: SearchQuery, where: string, columns = '*'): string {
  return `select ${columns} from catalogue.listing where ${where} and words @@ ${params.addWords(words)}`;
}

function scored(params: Params, query: SearchQuery, where: string): string {
  const candidates = `${withWords(params, query, where, SCORED)} limit ${MOST_CANDIDATES}`;
  return `select pack_id, ${scoreOf(params, query)} as score from (${candidates}) candidate`;
}

function guessed(params: Params, guesses: Guesses, where: string): string {
  return `select listing.*, score from ${guessedRows(params, guesses)} join catalogue.listing using (pack_id) where ${where}`;
}

/** How near a row comes from, as one more column; nothing where the sort does not ask. */
function nearnessOf(params: Params, near: Near | undefined): string {
  if (!near) return '';
  const [own, beside] = nearnessTests(params, near) as [[number, string], [number, string]];
  return `, case when ${own[1]} then ${own[0]} when ${beside[1]} then ${beside[0]} else 0 end as nearness`;
}

function pageOf(rows: string, keys: string, limit: number): string {
  return `select coalesce(string_agg(item, ',') filter (where n <= ${limit}), '') as items,
      case when count(*) > ${limit} then max(keys) end as next
    from (select ${CARD_ITEM} as item, case when n = ${limit} then ${keys} end as keys, n
            from (select *, row_number() over () as n from (${rows}) page) numbered) shown`;
}

/** Usual shapes are kept prepared; rare mixes of filters are planned as they come, so that their number cannot grow on a connection. */
function nameOf(kind: string, { filters, sort, limit, cursor }: ListRequest, shape = ''): string {
  const used = usedFilters(filters);
  if (limit !== USUAL_LIMIT || used.length > 1) return '';
  return `catalogue.${kind}.${sort}.${used.join('.')}${shape && `.${shape}`}${cursor ? '.after' : ''}`;
}
