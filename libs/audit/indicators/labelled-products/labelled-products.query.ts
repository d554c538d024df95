import { sql, type Tx } from '@choxa/platform';
import type { Scope } from '../../scope/scope.js';
import { FEW } from './few-buyers.rules.js';
import { IN_SCOPE, perProduct, productParams } from './product-scope.sql.js';

const PARTS = ['brand', 'barcode', 'origin'] as const;
export type LabelPart = (typeof PARTS)[number];

/** Traded lines by the level of one part of their label (domain.md §5). */
export interface LevelCounts {
  none: number;
  declared: number;
  formatValid: number;
  checked: number;
}

/** What indicator 12 counts, once of all lines and once without self-dealing. */
export interface LabelCounts {
  products: number;
  compliantProducts: number;
  /** Compliant, and every line with a GTIN. */
  strictProducts: number;
  /** Compliant, and every line checked by a person. */
  checkedProducts: number;
  brandProducts: number;
  barcodeProducts: number;
  /** Every line with a GTIN. */
  gtinProducts: number;
  originProducts: number;
  lines: number;
  compliantLines: number;
  gtinLines: number;
  internalLines: number;
  valueVnd: number;
  compliantVnd: number;
  levels: Record<LabelPart, LevelCounts>;
}

export interface LabelledProducts {
  raw: LabelCounts;
  net: LabelCounts;
  /** Distinct buyers; FEW stands for as many or more. */
  buyers: number;
  services: { products: number; lines: number; amountVnd: number };
}

/** All figures of indicator 12 for a scope: one statement, so one moment. */
export async function countLabelledProducts(tx: Tx, scope: Scope): Promise<LabelledProducts> {
  const [row] = await sql<LabelledProducts>(tx, STATEMENT, productParams(scope));
  return row!;
}

/** Products by flag, of `product`; `net_` leaves self-dealing out. */
function productCounts(prefix: '' | 'net_'): string {
  const products = (flag: string) => `count(*) filter (where ${prefix}${flag})`;
  return `jsonb_build_object(
    'products', ${products('lines > 0')}, 'compliantProducts', ${products('compliant')}, 'strictProducts', ${products('strict')},
    'checkedProducts', ${products('checked')}, 'brandProducts', ${products('brand')}, 'barcodeProducts', ${products('barcode')},
    'gtinProducts', ${products('gtin')}, 'originProducts', ${products('origin')})`;
}

/** Sums of lines, of `cell`. */
function lineCounts(prefix: '' | 'net_'): string {
  const sum = (column: string) => `coalesce(sum(${prefix}${column}), 0)`;
  const level = (part: LabelPart) => {
    const [declared, formatValid, checked] = ['declared', 'format_valid', 'checked'].map((name) => sum(`${part}_${name}`));
    return `'${part}', jsonb_build_object('none', ${sum('lines')} - ${declared} - ${formatValid} - ${checked},
      'declared', ${declared}, 'formatValid', ${formatValid}, 'checked', ${checked})`;
  };
  return `jsonb_build_object(
    'lines', ${sum('lines')}, 'compliantLines', ${sum('compliant_lines')}, 'gtinLines', ${sum('gtin_lines')},
    'internalLines', ${sum('internal_lines')}, 'valueVnd', ${sum('value_vnd')}, 'compliantVnd', ${sum('compliant_vnd')},
    'levels', jsonb_build_object(${PARTS.map(level).join(', ')}))`;
}

const STATEMENT = `
with line_cell as not materialized (select * from audit.product_period where ${IN_SCOPE}),
cell as not materialized (select * from line_cell where not service),
product as (${perProduct(['lines', 'net_lines'])}),
of_products as (select ${productCounts('')} as raw, ${productCounts('net_')} as net from product),
of_lines as (select ${lineCounts('')} as raw, ${lineCounts('net_')} as net, max(buyers) as most_buyers from cell)
select of_products.raw || of_lines.raw as raw, of_products.net || of_lines.net as net,
  case when most_buyers >= ${FEW} then ${FEW} else (
    select least(count(distinct mark), ${FEW}) from cell, unnest(buyer_marks) as mark) end::int as buyers,
  (select jsonb_build_object('products', count(distinct product_id), 'lines', coalesce(sum(lines), 0), 'amountVnd', coalesce(sum(value_vnd), 0))
   from line_cell where service) as services
from of_products, of_lines`;
