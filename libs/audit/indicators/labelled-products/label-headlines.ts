import type { Tx } from '@choxa/platform';
import type { Scope } from '../../scope/scope.js';
import type { Counted } from '../indicator.js';
import { countLabels } from './label-counts.query.js';

const COLUMNS = ['products', 'compliant_products', 'net_products', 'net_compliant_products'] as const;

export interface LabelHeadline extends Counted {
  net: Counted;
}

/** The share of indicator 12 alone, for scopes that differ in period and version only. */
export async function labelHeadlines(tx: Tx, scopes: readonly [Scope, ...Scope[]]): Promise<LabelHeadline[]> {
  const rows = new Map((await countLabels(tx, scopes, 'period', COLUMNS)).map((row) => [row.code, row]));
  return scopes.map(({ period }) => {
    const row = rows.get(period.key);
    return {
      numerator: row?.compliant_products ?? 0,
      denominator: row?.products ?? 0,
      net: { numerator: row?.net_compliant_products ?? 0, denominator: row?.net_products ?? 0 },
    };
  });
}
