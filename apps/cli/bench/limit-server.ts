import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import {
  detailSql,
  asciiJson,
  facetsSql,
  foundPage,
  listSql,
  parseSearch,
  SYNONYMS,
  vocabularyOf,
  type Guesses,
  type Page,
  type Sort,
  type Statement,
  type SynonymTerm,
} from '@choxa/catalogue';
import { Places, placesLib } from '@choxa/places';
import { Clock, connect, Database, encodeCursor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { placeBareOrder } from './bare-order.js';
import { BARE_ORDER_PATH } from './jobs.js';

// The most a server on one Node process could do: the same statements, the same bytes, and nothing else. No framework, no checks.

// As long as the API keeps them, so that the ratio is not won by a cache.
const FACETS_KEPT_MS = 30_000;
const SEARCHES_KEPT_MS = 3_000;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: Number(process.env['DATABASE_POOL']) });
const today = localDay(new Date());
const places = new Places(new Database(await connect(process.env['DATABASE_URL']!, [placesLib])), new Clock());
await places.reload();
const vocabulary = vocabularyOf((await pool.query<SynonymTerm>(SYNONYMS)).rows, places.areas());
const plans = new Map<string, () => Promise<string>>();

/** Reads a path once; asked again, only its statements run. */
function planOf(url: string): () => Promise<string> {
  let plan = plans.get(url);
  if (!plan) plans.set(url, (plan = url.startsWith('/api/v1/products?') ? listPlan(url) : pagePlan(url)));
  return plan;
}

function listPlan(url: string): () => Promise<string> {
  const params = new URL(url, 'http://limit').searchParams;
  const query = params.get('q') ? parseSearch(params.get('q')!, vocabulary) : null;
  const set = params.get('set');
  const minPriceVnd = params.get('minPriceVnd');
  const filters = { ...(set === null ? {} : { set }), ...(minPriceVnd === null ? {} : { minPriceVnd: Number(minPriceVnd) }) };
  const sort = (params.get('sort') ?? (query ? 'relevance' : 'popular')) as Sort;
  const request = { filters, sort, limit: Number(params.get('limit')), today };
  const list = listSql(request);
  const search = query && keptFor(SEARCHES_KEPT_MS, () => foundPage(row, request, query));
  const facets = keptFor(FACETS_KEPT_MS, async (guesses: Guesses | null) =>
    asciiJson((await row<{ facets: string }>(facetsSql(filters, today, query, guesses))).facets),
  );
  return async () => {
    const found = search && (await search());
    const [{ items, next }, counts] = await Promise.all([found ?? row<Page>(list), facets(found?.guesses ?? null)]);
    const cursor = next && encodeCursor(JSON.parse(next) as (string | number)[]);
    return `{"data":[${items}],"next":${cursor ? `"${cursor}"` : 'null'},"facets":${counts}}`;
  };
}

function pagePlan(url: string): () => Promise<string> {
  const page = detailSql(url.slice(url.lastIndexOf('/') + 1), today);
  return async () => (await row<{ page: string }>(page)).page;
}

async function row<T extends object>({ name, text, params }: Statement): Promise<T> {
  return (await pool.query<T>({ name, text, values: params })).rows[0]!;
}

function keptFor<T, Asked extends unknown[]>(ms: number, make: (...asked: Asked) => Promise<T>): (...asked: Asked) => Promise<T> {
  let kept: Promise<T> | undefined;
  let until = 0;
  return (...asked) => {
    const now = performance.now();
    if (!kept || now > until) [kept, until] = [make(...asked), now + ms];
    return kept;
  };
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== BARE_ORDER_PATH) return answer(response, 200, await planOf(request.url!)());
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  answer(response, 201, await placeBareOrder(pool, JSON.parse(Buffer.concat(chunks).toString()) as { packId: string; quantity: number }));
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => answer(response, 500, JSON.stringify(String(error))));
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
