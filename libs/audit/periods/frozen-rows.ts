import { sql, type Tx } from '@choxa/platform';
import { freezeParcels } from '../facts/freeze-parcels.js';
import { freezeFunnel } from '../funnel/funnel.query.js';
import { freezeLines } from '../indicators/labelled-products/freeze-lines.js';
import { freezeProducts } from '../product-periods/product-periods.js';
import type { Scope } from '../scope/scope.js';

/** What copies totals of a period under the version that is closed, so that every drill of it can be asked again. In this sequence. */
const FREEZERS: readonly ((tx: Tx, live: Scope, version: number) => Promise<void>)[] = [
  freezeProducts,
  freezeLines,
  freezeParcels,
  freezeFunnel,
];

/** Tables of schema audit with frozen rows. */
const TABLES = [
  'product_period',
  'product_gap',
  'label_period',
  'parcel_period',
  'posting_period',
  'fulfilment_period',
  'open_period',
  'population_period',
  'funnel_period',
  'period_figure',
  'period_line',
];

/** A table and those of its columns that were there when rows of it were frozen: a later column changes no old hash. */
export interface FrozenTable {
  table: string;
  columns: string[];
}

export interface FrozenRows extends FrozenTable {
  count: number;
  /** Sum of the rows' hashes, whatever their sequence. */
  hash: string;
}

/** Freezes the totals of `live`, the nation's facts as they stand. */
export async function freezeRows(tx: Tx, live: Scope, version: number): Promise<void> {
  for (const freeze of FREEZERS) await freeze(tx, live, version);
}

/** The tables as they are today. */
export async function frozenTables(tx: Tx): Promise<FrozenTable[]> {
  return sql<FrozenTable>(
    tx,
    `select table_name as "table", array_agg(column_name::text order by column_name collate "C") as columns
       from information_schema.columns
      where table_schema = 'audit' and table_name = any($1::text[]) and column_name not in ('period', 'version')
      group by table_name order by table_name collate "C"`,
    [TABLES],
  );
}

/** How many rows stand frozen under a version, and their hash, table by table. */
export async function frozenRows(tx: Tx, tables: readonly FrozenTable[], period: string, version: number): Promise<FrozenRows[]> {
  const all: FrozenRows[] = [];
  for (const { table, columns } of tables) {
    const [sum] = await sql<Pick<FrozenRows, 'count' | 'hash'>>(
      tx,
      `select count(*)::int as count, coalesce(sum(('x' || left(md5(row(${columns.join(', ')})::text), 15))::bit(60)::bigint), 0)::text as hash
         from audit.${table} where period = $1 and version = $2`,
      [period, version],
    );
    all.push({ table, columns, ...sum! });
  }
  return all;
}
