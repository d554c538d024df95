import { sql, type Tx } from '@choxa/platform';
import { LABEL_COLUMNS, type LabelColumn, type OwnColumn } from '../../product-periods/label-periods.sql.js';
import type { Scope } from '../../scope/scope.js';
import { countLabels } from './label-counts.query.js';
import { sideCounts, type SideCounts } from './label-sides.js';
import { IN_SCOPE, productParams } from './product-scope.sql.js';

type LabelPart = 'brand' | 'barcode' | 'origin';

/** Traded lines by the level of one part of their label (domain.md §5). */
export interface LevelCounts {
  none: number;
  declared: number;
  formatValid: number;
  checked: number;
}

/** What indicator 12 counts, once of all lines and once without self-dealing. */
export interface LabelCounts extends SideCounts {
  gtinLines: number;
  internalLines: number;
  levels: Record<LabelPart, LevelCounts>;
}

export interface LabelledProducts {
  raw: LabelCounts;
  net: LabelCounts;
  /** Distinct buyers; FEW stands for as many or more. */
  buyers: number;
  services: Services;
}

/** Set 26, outside every share. */
interface Services {
  products: number;
  lines: number;
  amountVnd: number;
}

/** All figures of indicator 12 for a scope. */
export async function countLabelledProducts(tx: Tx, scope: Scope): Promise<LabelledProducts> {
  const [row] = await countLabels(tx, [scope], 'whole', [...LABEL_COLUMNS, 'buyers']);
  const of = (column: LabelColumn) => row?.[column] ?? 0;
  return {
    raw: labelCounts(of),
    net: labelCounts((column) => of(`net_${column}`)),
    buyers: row?.buyers ?? 0,
    services: await countServices(tx, scope),
  };
}

function labelCounts(of: (column: OwnColumn) => number): LabelCounts {
  return {
    ...sideCounts(of),
    gtinLines: of('gtin_lines'),
    internalLines: of('internal_lines'),
    levels: { brand: levelCounts(of, 'brand'), barcode: levelCounts(of, 'barcode'), origin: levelCounts(of, 'origin') },
  };
}

function levelCounts(of: (column: OwnColumn) => number, part: LabelPart): LevelCounts {
  const [declared, formatValid, checked] = [of(`${part}_declared`), of(`${part}_format_valid`), of(`${part}_checked`)];
  return { none: of('lines') - declared - formatValid - checked, declared, formatValid, checked };
}

async function countServices(tx: Tx, scope: Scope): Promise<Services> {
  const [services] = await sql<Services>(
    tx,
    `select count(distinct product_id) as products, coalesce(sum(lines), 0)::bigint as lines, coalesce(sum(value_vnd), 0)::bigint as "amountVnd"
       from audit.product_period where ${IN_SCOPE} and service`,
    productParams(scope),
  );
  return services!;
}
