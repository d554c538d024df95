import type { Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';

/** What is counted of a commune and set, as columns of {@link liveCells} and of `audit.funnel_period`. */
export const STEP_COUNTS = ['listed', 'labelled', 'sold', 'delivered', 'net_sold', 'net_delivered'] as const;
const CELL = ['province_code', 'commune_code', 'set_code'] as const;
export const CELL_COLUMNS = [...CELL, ...STEP_COUNTS].join(', ');

/** SQL of the funnel of a scope: a row per commune and set, each product in one of them. Parameters by {@link cellParams}. */
export function cellsOf({ version }: Pick<Scope, 'version'>): string {
  const cells = version ? FROZEN : LIVE;
  return `select ${CELL_COLUMNS} from (${cells}) cell where ($5::text is null or set_code = $5) and ${inPlace(6)}`;
}

/** A period that is not over yet is counted as far as it has come. */
export function cellParams(scope: Scope): unknown[] {
  const { period, version, asOf, filters } = scope;
  const until = period.until < asOf ? period.until : asOf;
  return [period.key, version, period.from, until, filters.set ?? null, ...placeParams(scope)];
}

const FROZEN = `
  select ${CELL_COLUMNS} from audit.funnel_period
   where period = $1 and version = $2 and $3::timestamptz is not null and $4::timestamptz is not null`;

// A product stands where, and under the set, it was on sale last in the period. What came of its lines is what indicator 12 counts of them.
const LIVE = `
  with offer as (
    select product_id, province_code, commune_code, set_code, labelled, at, pack_id from audit.pack_offer
     where on_sale and not service and at < $4 and (until is null or until > $3)),
  listed as (
    select distinct on (product_id) product_id, province_code, commune_code, set_code, bool_or(labelled) over (partition by product_id) as labelled
      from offer order by product_id, at desc, pack_id),
  traded as (
    select product_id, sum(net_lines) as net_lines, sum(address_lines) as address_lines, sum(net_address_lines) as net_address_lines
      from audit.product_period where period = $1 and version = $2 and not service group by product_id)
  select ${CELL.join(', ')}, count(*)::int as listed, count(*) filter (where labelled)::int as labelled,
         count(*) filter (where labelled and traded.product_id is not null)::int as sold,
         count(*) filter (where labelled and address_lines > 0)::int as delivered,
         count(*) filter (where labelled and net_lines > 0)::int as net_sold,
         count(*) filter (where labelled and net_address_lines > 0)::int as net_delivered
    from listed left join traded using (product_id) group by ${CELL.join(', ')}`;
