import { sql, type Tx } from '@choxa/platform';
import { boundsOf, localDay, periodsHolding } from '@choxa/standards';
import { methodFor } from '../indicators/indicator.js';
import { LABELLED_METHODS } from '../indicators/labelled-products/labelled-methods.js';
import { lockFacts } from '../facts/fact-lock.js';
import { cutOffOf } from '../periods/audit-period.rules.js';
import type { Scope } from '../scope/scope.js';
import { CELLS_OF_PERIOD, insertLabelPeriods } from './label-periods.sql.js';
import { refreshLabelPeriods, type TouchedCommune } from './label-periods.js';
import { copyRows, insertProductGaps, insertProductPeriods, LINES_OF_PERIODS, LINES_OF_PRODUCTS } from './product-periods.sql.js';

/** A traded line that came, went back or was found to be self-dealing. */
export interface TouchedLine {
  productId: string;
  deliveredAt: Date;
}

/** Counts the products of these seller orders anew, see {@link refreshProductPeriods}. */
export async function refreshProductsSold(tx: Tx, sellerOrderIds: readonly string[]): Promise<void> {
  const lines = await sql<TouchedLine>(
    tx,
    `select distinct product_id as "productId", delivered_at as "deliveredAt" from audit.traded_line where seller_order_id = any($1)`,
    [sellerOrderIds],
  );
  await refreshProductPeriods(tx, lines);
}

/**
 * Counts the products of these lines anew in every period in which the lines lie. Call it once for all lines of a transaction, after they were
 * written; the products are locked until it ends, so that two batches with lines of one product count after each other.
 */
export async function refreshProductPeriods(tx: Tx, lines: readonly TouchedLine[]): Promise<void> {
  if (!lines.length) return;
  const touched = new Map<string, [product: string, key: string]>();
  for (const { productId, deliveredAt } of lines)
    for (const key of periodsHolding(deliveredAt)) touched.set(`${productId} ${key}`, [productId, key]);
  const pairs = [...touched.values()];
  const params = [pairs.map(([product]) => product), pairs.map(([, key]) => key)];
  const periods = periodParams([...new Set(pairs.map(([, key]) => key))]);
  await lockFacts(
    tx,
    lines.map(({ productId }) => productId),
  );
  const communes: TouchedCommune[] = [];
  for (const [table, insert] of TABLES) {
    communes.push(...(await sql<TouchedCommune>(tx, `${deleteTouched(table)} ${RETURNING}`, params)));
    communes.push(...(await sql<TouchedCommune>(tx, `${insert(LINES_OF_PRODUCTS)} ${RETURNING}`, [...periods, ...params])));
  }
  await refreshLabelPeriods(tx, communes);
}

/** Counts `product_period` from all traded lines; its rows of version 0 must have been deleted. */
export async function makeProductPeriods(tx: Tx): Promise<void> {
  for (const key of await periodsTraded(tx)) await sql(tx, insertProductPeriods(LINES_OF_PERIODS), periodParams([key]));
}

/** Counts `product_gap` from all traded lines; its rows of version 0 must have been deleted. */
export async function makeProductGaps(tx: Tx): Promise<void> {
  for (const key of await periodsTraded(tx)) await sql(tx, insertProductGaps(LINES_OF_PERIODS), periodParams([key]));
}

/** Counts `label_period` from all rows of `product_period`; its rows of version 0 must have been deleted. */
export async function makeLabelPeriods(tx: Tx): Promise<void> {
  for (const key of await periodsTraded(tx)) await sql(tx, insertLabelPeriods(CELLS_OF_PERIOD), [key]);
}

/** Copies all that indicator 12 reads of a period as its version `version`; later facts change version 0 only. */
export async function freezeProducts(tx: Tx, { period }: Pick<Scope, 'period'>, version: number): Promise<void> {
  for (const table of ['product_period', 'product_gap', 'label_period'] as const) await sql(tx, copyRows(table), [period.key, version]);
}

/** Keys of the periods in which there may be traded lines: totals are made period by period, with bounded memory. */
async function periodsTraded(tx: Tx): Promise<string[]> {
  const [span] = await sql<{ first: Date | null; last: Date | null }>(
    tx,
    'select min(delivered_at) as first, max(delivered_at) as last from audit.traded_line',
  );
  if (!span?.first || !span.last) return [];
  const yearOf = (at: Date) => Number(localDay(at).slice(0, 4));
  const [first, last] = [yearOf(span.first), yearOf(span.last)];
  return Array.from({ length: last - first + 1 }, (_, index) => periodsOfYear(first + index)).flat();
}

/** Keys of all periods that end in a year. */
export function periodsOfYear(year: number): string[] {
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
  return [...quarters, ...quarters.map((key) => `${key}-YTD`), String(year)];
}

function periodParams(keys: readonly string[]): unknown[] {
  const periods = keys.map((key) => ({ key, ...boundsOf(key) }));
  const cutOffs = periods.map((period) => cutOffOf(period, methodFor({ methods: LABELLED_METHODS }, period).returnDays));
  return [keys, periods.map(({ from }) => from), periods.map(({ until }) => until), cutOffs];
}

const TABLES = [
  ['product_period', insertProductPeriods],
  ['product_gap', insertProductGaps],
] as const;

const RETURNING = 'returning period, commune_code as commune';
const deleteTouched = (table: string) => `
  delete from audit.${table} rollup using unnest($1::uuid[], $2::text[]) as touched (product, period_key)
  where rollup.version = 0 and rollup.period = touched.period_key and rollup.product_id = touched.product`;
