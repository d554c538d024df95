import { CARD_COLUMNS, CARD_ITEM } from '../listing/card.js';
import { usedFilters, whereOf, type ListFilters } from './filters.js';
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

/**
 * A page of the packs that have every word of the query, or, where no pack has, of those whose text is like it (one slip forgiven).
 * Same answer as {@link listSql}.
 */
export function searchSql(request: ListRequest, query: SearchQuery): Statement {
  const params = new Params();
  params.add(request.today, 'date');
  const words = params.add(query.words, 'tsquery');
  const where = whereOf(params, request.filters);
  const near = nearPacks(params, query, words, where);
  const rows =
    request.sort === 'relevance'
      ? byRelevance(params, request, query, { words, where, near })
      : bySort(params, request, { words, where, near }, ORDERS[request.sort]);
  const keys = cursorValues(request.sort, request.sort === 'relevance' ? BY_SCORE : ORDERS[request.sort]);
  return { name: nameOf('search', request, shapeOf(query)), text: pageOf(rows, keys, request.limit), params: params.values };
}

interface Parts {
  words: string;
  where: string;
  near: string;
}

/** Packs like the query, only where no published pack at all has every word: the sub-select runs first and alone decides. */
export function nearPacks(params: Params, query: SearchQuery, words: string, where: string): string {
  const { typed, groups, folded, must } = query;
  const asked = [params.add(typed, 'text[]'), params.add(groups, 'text[]'), params.add(folded, 'text'), params.add(must, 'text')];
  return `select pack_id, (likeness * 1000)::bigint as score
    from catalogue.near_packs(${asked.join(', ')}) near join catalogue.listing using (pack_id)
   where not exists (select from catalogue.listing where published and words @@ ${words}) and ${where}`;
}

function byRelevance(params: Params, request: ListRequest, query: SearchQuery, { words, where, near }: Parts): string {
  const score = scoreOf(params, query);
  const after = afterCursor(params, 'relevance', BY_SCORE, request.cursor);
  return `select ${CARD_COLUMNS}, pack_id, score from (
      select pack_id, score from (
        select pack_id, ${score} as score
          from (select ${SCORED} from catalogue.listing where ${where} and words @@ ${words} limit ${MOST_CANDIDATES}) candidate
        union all ${near}) found
       where ${after} order by ${orderBy(BY_SCORE)} limit ${request.limit + 1}) best
    join catalogue.listing using (pack_id) order by ${orderBy(BY_SCORE)}`;
}

function bySort(params: Params, request: ListRequest, { words, where, near }: Parts, order: (typeof ORDERS)['price']): string {
  const after = afterCursor(params, request.sort, order, request.cursor);
  const [own, beside] = request.near ? nearnessTests(params, request.near) : [];
  const nearness = own && beside ? `, case when ${own[1]} then ${own[0]} when ${beside[1]} then ${beside[0]} else 0 end as nearness` : '';
  return `select * from (
      select *${nearness} from catalogue.listing where ${where} and words @@ ${words}
      union all
      select listing.*${nearness} from (${near}) like_it join catalogue.listing using (pack_id)) found
    where ${after} order by ${orderBy(order)} limit ${request.limit + 1}`;
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
