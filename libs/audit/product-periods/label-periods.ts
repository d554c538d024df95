import { sql, type Tx } from '@choxa/platform';
import { lockFacts } from '../facts/fact-lock.js';
import { CELLS_OF_COMMUNES, insertLabelPeriods } from './label-periods.sql.js';

/** A commune in a period, in which rows of `product_period` came or went. */
export interface TouchedCommune {
  period: string;
  commune: string;
}

/**
 * Counts the totals of these communes anew from their products. Call it once in a transaction, after the products were counted; the communes are
 * locked until it ends, so that of two batches with products of one commune the second sees the rows of the first.
 */
export async function refreshLabelPeriods(tx: Tx, touched: readonly TouchedCommune[]): Promise<void> {
  const pairs = [...new Map(touched.map((one) => [`${one.period} ${one.commune}`, one])).values()];
  if (!pairs.length) return;
  await lockFacts(
    tx,
    pairs.map(({ commune }) => `labels of ${commune}`),
  );
  const params = [pairs.map(({ period }) => period), pairs.map(({ commune }) => commune)];
  await sql(tx, DELETE, params);
  await sql(tx, insertLabelPeriods(CELLS_OF_COMMUNES), params);
}

const DELETE = `
  delete from audit.label_period total using unnest($1::text[], $2::text[]) as touched (period_key, commune)
  where total.version = 0 and total.period = touched.period_key and total.commune_code = touched.commune`;
