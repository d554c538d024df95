// How rows of `product_period` become rows of `label_period`. The statements differ only in which rows they read: those of some communes, or all of a
// period.

const PRODUCT_FLAGS = ['compliant', 'strict', 'checked', 'brand', 'barcode', 'origin'] as const;
const LEVELS = ['declared', 'format_valid', 'checked'] as const;
const SUMS = [
  ...(['lines', 'compliant_lines', 'gtin_lines', 'internal_lines', 'value_vnd', 'compliant_vnd'] as const),
  ...(['brand', 'barcode', 'origin'] as const).flatMap((part) => LEVELS.map((level) => `${part}_${level}` as const)),
] as const;
export type OwnColumn = 'products' | `${(typeof PRODUCT_FLAGS)[number]}_products` | (typeof SUMS)[number];
/** A column that is counted, and the same without self-dealing. */
export type LabelColumn = OwnColumn | `net_${OwnColumn}`;

/** Columns that count products: which condition on a product's row, and how it is read of all its rows. */
const OF_PRODUCTS: Partial<Record<LabelColumn, { condition: string; over: 'bool_or' | 'bool_and' }>> = {
  products: { condition: 'lines > 0', over: 'bool_or' },
  net_products: { condition: 'net_lines > 0', over: 'bool_or' },
  ...Object.fromEntries(
    PRODUCT_FLAGS.flatMap((flag) => [
      [`${flag}_products`, { condition: flag, over: 'bool_and' }],
      [`net_${flag}_products`, { condition: `net_${flag}`, over: 'bool_and' }],
    ]),
  ),
};
const OF_LINES: readonly LabelColumn[] = SUMS.flatMap((sum) => [sum, `net_${sum}` as const]);
export const LABEL_COLUMNS: readonly LabelColumn[] = [...(Object.keys(OF_PRODUCTS) as LabelColumn[]), ...OF_LINES];

/** SQL: what a row of `product_period` adds to a column. A product with several rows adds its lines only. */
export function addedByRow(column: LabelColumn): string {
  const counted = OF_PRODUCTS[column];
  return counted ? `(sole and coalesce(${counted.condition}, false))::int` : column;
}

/** SQL: whether a product counts in a column, over all its rows; null for a column that sums lines. */
export function countsProduct(column: LabelColumn): string | null {
  const counted = OF_PRODUCTS[column];
  return counted ? `${counted.over}(${counted.condition})` : null;
}

/** Stands for all sets in the place of one's code. */
export const ALL_SETS = 'all';

const PLACE = ['period', 'version', 'commune_code', 'province_code'];
const NAMES = ['commune_name', 'province_name'];
/** Columns of `label_period` beside period and version. */
export const LABEL_PERIOD_COLUMNS: readonly string[] = [
  'commune_code',
  'province_code',
  'set_code',
  ...NAMES,
  ...LABEL_COLUMNS,
  'buyer_marks',
];
const BY_SET = `group by grouping sets ((${PLACE.join(', ')}), (${PLACE.join(', ')}, set_code))`;
const KEY = `${PLACE.join(', ')}, coalesce(set_code, '${ALL_SETS}') as set_code`;

/** `rows`: what follows `from`; it gives `cell`, a row of `product_period`. */
export function insertLabelPeriods(rows: string): string {
  return `
    with cell as not materialized (select cell.* from ${rows} where not service),
    counted as (
      select ${KEY}, ${NAMES.map((name) => `max(${name}) as ${name}`).join(', ')},
        ${LABEL_COLUMNS.map((column) => `sum(${addedByRow(column)}) as ${column}`).join(',\n        ')}
      from cell ${BY_SET}
    ),
    marked as (
      select ${KEY}, (array_agg(distinct mark order by mark))[1:5] as buyer_marks from cell, unnest(buyer_marks) as mark ${BY_SET}
    )
    insert into audit.label_period (period, version, ${LABEL_PERIOD_COLUMNS.join(', ')})
    select period, version, ${LABEL_PERIOD_COLUMNS.join(', ')} from counted join marked using (${PLACE.join(', ')}, set_code)`;
}

/** Of one period as the facts stand; parameter: its key. */
export const CELLS_OF_PERIOD = `(select * from audit.product_period where period = $1 and version = 0) cell`;
/** Of some communes in some periods, as the facts stand; parameters: keys of periods, each with the code of a commune. */
export const CELLS_OF_COMMUNES = `unnest($1::text[], $2::text[]) as touched (period_key, commune)
  join audit.product_period cell on cell.period = touched.period_key and cell.version = 0 and cell.commune_code = touched.commune`;
