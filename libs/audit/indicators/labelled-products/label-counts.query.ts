import { sql, type Tx } from '@choxa/platform';
import { ALL_SETS, addedByRow, countsProduct, type LabelColumn } from '../../product-periods/label-periods.sql.js';
import type { Scope } from '../../scope/scope.js';
import { inPlace, placeParams } from '../../scope/scope.sql.js';
import { FEW } from './few-buyers.rules.js';

/** Columns of code and name of each kind of row; a set is named by its code. */
const COUNTED_BY = {
  whole: [`''`, `''`],
  period: ['period', 'period'],
  province: ['province_code', 'province_name'],
  commune: ['commune_code', 'commune_name'],
  household: ['household_id', 'household_name'],
  product: ['product_id', 'product_name'],
  set: ['set_code', 'set_code'],
} as const;
export type LabelKind = keyof typeof COUNTED_BY;

/** `buyers`: distinct ones, FEW stands for as many or more. */
type Wanted = LabelColumn | 'buyers';
export type LabelRow<Column extends Wanted> = Record<Column, number> & { code: string; name: string };

/**
 * Counts columns of `label_period` for a scope, row by row of one kind, ordered by code; only rows where something arose. `scopes` differ in
 * period and version only.
 *
 * @param codes of the households or products to be counted, where the kind is one of these and not all are wanted
 */
export function countLabels<Column extends Wanted>(
  tx: Tx,
  scopes: readonly [Scope, ...Scope[]],
  kind: LabelKind,
  wanted: readonly Column[],
  codes?: readonly string[],
): Promise<LabelRow<Column>[]> {
  const [scope] = scopes;
  const { household, product, set } = scope.filters;
  const ofProducts = household || product || kind === 'household' || kind === 'product';
  return sql<LabelRow<Column>>(tx, statement(kind, wanted, ofProducts ? productRows : totalRows, codes ? ofCodes(kind) : ''), [
    scopes.map(({ period }) => period.key),
    scopes.map(({ version }) => version),
    household ?? null,
    product ?? null,
    set ?? null,
    ...placeParams(scope),
    ...(codes ? [codes] : []),
  ]);
}

const ofCodes = (kind: LabelKind) => `and ${COUNTED_BY[kind][0]} = any($10::uuid[])`;
const ASKED = `(period, version) in (select * from unnest($1::text[], $2::int[]))`;
/** Rows of `product_period` in scope, without the services. */
const PRODUCTS = `
  from audit.product_period where ${ASKED} and ($3::uuid is null or household_id = $3) and ($4::uuid is null or product_id = $4)
    and ($5::text is null or set_code = $5) and ${inPlace(6)} and not service`;

type Rows = (kind: LabelKind, columns: readonly LabelColumn[]) => string;

/** The totals in scope: of one set, each set, or all of them together. */
const totalRows: Rows = (kind, columns) => {
  const ofSet =
    kind === 'set' ? `set_code <> '${ALL_SETS}' and ($5::text is null or set_code = $5)` : `set_code = coalesce($5::text, '${ALL_SETS}')`;
  return `select ${coded(kind)}, buyer_marks, ${columns.join(', ')} from audit.label_period where ${ASKED} and ${ofSet} and ${inPlace(6)}`;
};

/** What each product adds, where totals do not tell. */
const productRows: Rows = (kind, columns) =>
  `select ${coded(kind)}, buyer_marks, ${columns.map((column) => `${addedByRow(column)} as ${column}`).join(', ')} ${PRODUCTS}`;

const coded = (kind: LabelKind) => `${COUNTED_BY[kind][0]}::text as code, ${COUNTED_BY[kind][1]} as name`;

// A product with several rows, sold from two places or under two sets, counts once in each row told, and a mark only when it holds for all its
// rows there. Nearly all products have one and are in the totals.
function statement(kind: LabelKind, wanted: readonly Wanted[], rows: Rows, ofCodes: string): string {
  const columns = wanted.filter((column) => column !== 'buyers');
  const ofProducts = columns.filter((column) => countsProduct(column));
  const counted = columns.map((column) =>
    ofProducts.includes(column) ? `total.${column} + coalesce(apart.${column}, 0) as ${column}` : column,
  );
  const [buyers, few] = wanted.includes('buyers')
    ? [`, least(coalesce(few.buyers, ${FEW}), ${FEW})::int as buyers`, 'left join few using (code)']
    : ['', ''];
  return `
with part as not materialized (${rows(kind, columns)} ${ofCodes}),
total as (
  select code, max(name) as name, max(cardinality(buyer_marks)) as marks, ${columns.map((column) => `sum(${column})::bigint as ${column}`).join(', ')}
  from part group by code
),
apart as (
  select code, ${ofProducts.map((column) => `count(*) filter (where ${column}) as ${column}`).join(', ')}
  from (
    select ${COUNTED_BY[kind][0]}::text as code, ${ofProducts.map((column) => `${countsProduct(column)} as ${column}`).join(', ')}
    ${PRODUCTS} and not sole ${ofCodes} group by code, product_id
  ) product group by code
),
few as (
  select code, count(*) as buyers from (
    select distinct code, mark from part, unnest(buyer_marks) as mark where code in (select code from total where marks < ${FEW})
  ) buyer group by code
)
select code, name, ${counted.join(', ')}${buyers}
from total left join apart using (code) ${few} order by code collate "C"`;
}
