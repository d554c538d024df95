import { LABEL_PERIOD_COLUMNS } from './label-periods.sql.js';

// How traded lines become the rows of `product_period` and `product_gap`. The statements are put together here and differ only in which lines they
// read: those of some products, or all of a period.

const PARTS = ['brand', 'barcode', 'origin'] as const;
const LEVELS = ['declared', 'format_valid', 'checked'] as const;

/** What a row stands for. The product's set and place are part of it: they are read as they were when each line was ordered. */
const GAP_KEY = ['product_id', 'household_id', 'commune_code', 'set_code'];
const KEY = [...GAP_KEY, 'service'];
const NAMES = ['product_name', 'household_name', 'commune_name', 'province_code', 'province_name'];

/** Columns that are counted for all lines, and again with the prefix `net_` for those that are no self-dealing. */
const COUNTS: readonly (readonly [column: string, count: (kept: string) => string])[] = [
  ['lines', (kept) => `count(*) filter (where ${kept})`],
  ['compliant_lines', (kept) => `count(*) filter (where ${kept} and compliant)`],
  ['gtin_lines', (kept) => `count(*) filter (where ${kept} and barcode_kind = 'gtin')`],
  ['internal_lines', (kept) => `count(*) filter (where ${kept} and barcode_kind = 'internal')`],
  ['value_vnd', (kept) => `coalesce(sum(amount_vnd) filter (where ${kept}), 0)`],
  ['compliant_vnd', (kept) => `coalesce(sum(amount_vnd) filter (where ${kept} and compliant), 0)`],
  ['compliant', (kept) => `bool_and(compliant) filter (where ${kept})`],
  // Without a barcode the kind is null, which bool_and would skip.
  ['strict', (kept) => `bool_and(compliant and coalesce(barcode_kind = 'gtin', false)) filter (where ${kept})`],
  ['checked', (kept) => `bool_and(compliant and checked_by_person) filter (where ${kept})`],
  ['brand', (kept) => `bool_and(brand_ok) filter (where ${kept})`],
  ['barcode', (kept) => `bool_and(barcode_ok) filter (where ${kept})`],
  ['gtin', (kept) => `bool_and(barcode_ok and coalesce(barcode_kind = 'gtin', false)) filter (where ${kept})`],
  ['origin', (kept) => `bool_and(origin_ok) filter (where ${kept})`],
  ['address_lines', (kept) => `count(*) filter (where ${kept} and to_address)`],
  ...PARTS.flatMap((part) =>
    LEVELS.map(
      (level) => [`${part}_${level}`, (kept: string) => `count(*) filter (where ${kept} and ${part}_level = '${level}')`] as const,
    ),
  ),
];
const COUNTED = [...COUNTS.map(([column]) => column), ...COUNTS.map(([column]) => `net_${column}`)];
const NET = 'cardinality(self_dealing) = 0';

/** Read once a line; `offset 0`, for else each level would be read again in each count. */
const LEVEL_OF = PARTS.map((part) => `label #>> '{parts,${part}}' as ${part}_level`).join(', ');
// A mark is made with the period, so that the same buyer has another one in each.
const MARKS = `array_agg(distinct hashtextextended(buyer_phone_hash || key, 0))`;

/** `lines`: what follows `from`; it gives `period (key, from_at, until_at, cut_off_at)` and `line`, a traded line of it. */
export function insertProductPeriods(lines: string): string {
  return `
    insert into audit.product_period (period, version, ${[...KEY, ...NAMES, ...COUNTED].join(', ')}, sole, buyers, buyer_marks)
    select key, 0, ${[...KEY, ...NAMES, ...COUNTED].join(', ')}, count(*) over (partition by key, product_id) = 1, cardinality(marks), marks[1:5]
    from (
      select key, ${KEY.join(', ')}, ${NAMES.map((name) => `max(${name}) as ${name}`).join(', ')},
        ${COUNTS.map(([column, count]) => `${count('true')} as ${column}`).join(',\n        ')},
        ${COUNTS.map(([column, count]) => `${count(NET)} as net_${column}`).join(',\n        ')},
        ${MARKS} as marks
      from (select period.key, line.*, ${LEVEL_OF} from ${lines} offset 0) line group by key, ${KEY.join(', ')}
    ) counted`;
}

/** SQL that counts of each product and field how many of its lines lack it; `lines`: {@link LINES_OF_PERIODS} or {@link LINES_OF_PRODUCTS}. */
export function insertProductGaps(lines: string): string {
  return `
    insert into audit.product_gap (period, version, ${GAP_KEY.join(', ')}, province_code, field, lines, net_lines)
    select period.key, 0, ${GAP_KEY.join(', ')}, max(province_code), field, count(distinct line_id), count(distinct line_id) filter (where ${NET})
    from ${lines} cross join lateral jsonb_array_elements_text(label -> 'missing') as field
    where not compliant and not service
    group by period.key, ${GAP_KEY.join(', ')}, field`;
}

/** Periods as a table; parameters `$1…$4`: keys, first instants, ends, cut-offs of returns. */
const PERIODS = `unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[]) as period (key, from_at, until_at, cut_off_at)`;
const TRADED = `line.delivered_at >= period.from_at and line.delivered_at < period.until_at
  and (line.returned_at is null or line.returned_at >= period.cut_off_at)`;

/** Columns of each table beside period and version. */
const COLUMNS = {
  product_period: [...KEY, ...NAMES, ...COUNTED, 'sole', 'buyers', 'buyer_marks'],
  product_gap: [...GAP_KEY, 'province_code', 'field', 'lines', 'net_lines'],
  label_period: LABEL_PERIOD_COLUMNS,
};

/** Copies the rows of version 0 of a period; parameters: its key, the version. */
export function copyRows(table: keyof typeof COLUMNS): string {
  const columns = COLUMNS[table].join(', ');
  return `insert into audit.${table} (period, version, ${columns}) select period, $2, ${columns} from audit.${table} where period = $1 and version = 0`;
}

/** The traded lines of some periods, as `period` and `line`. */
export const LINES_OF_PERIODS = `${PERIODS} join audit.traded_line line on ${TRADED}`;
/** Of some products in some periods only; parameters `$5`, `$6`: pairs of a product and the key of a period. */
export const LINES_OF_PRODUCTS = `unnest($5::uuid[], $6::text[]) as touched (product, period_key)
  join ${PERIODS} on period.key = touched.period_key
  join audit.traded_line line on line.product_id = touched.product and ${TRADED}`;
