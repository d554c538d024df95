import type { Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';

/** What is counted of a commune and set, as columns of {@link cellsOf} and of `audit.funnel_period`. */
export const STEP_COUNTS = ['listed', 'labelled', 'sold', 'delivered', 'net_sold', 'net_delivered'] as const;
/** What a row of the funnel is of. */
export const CELL = ['province_code', 'commune_code', 'set_code'] as const;
export const CELL_COLUMNS = [...CELL, ...STEP_COUNTS].join(', ');

/** SQL of the funnel of a scope, to be summed up: rows per product, or of a closed version per commune and set. Parameters by {@link cellParams}. */
export function cellsOf({ version, area, filters }: Pick<Scope, 'version' | 'area' | 'filters'>): string {
  const isPart = area || filters.province || filters.commune || filters.set;
  return `select ${CELL_COLUMNS} from (${version ? FROZEN : live(isPart ? STOOD_THERE : 'true')}) cell where ${THERE}`;
}

const THERE = `($5::text is null or set_code = $5) and ${inPlace(6)}`;
// A product that stood somewhere else last is among them and falls out later; those that never stood there need not be looked at.
const STOOD_THERE = `product_id in (select product_id from audit.pack_offer where ${THERE})`;

/** A period that is not over yet is counted as far as it has come. */
export function cellParams(scope: Scope): unknown[] {
  const { period, version, asOf, filters } = scope;
  const until = period.until < asOf ? period.until : asOf;
  return [period.key, version, period.from, until, filters.set ?? null, ...placeParams(scope)];
}

const FROZEN = `
  select ${CELL_COLUMNS} from audit.funnel_period
   where period = $1 and version = $2 and $3::timestamptz is not null and $4::timestamptz is not null`;

// A product stands where, and under the set, it was on sale last in the period. What came of its lines is what indicator 12 counts of them; nearly
// every product has one row there.
const live = (which: string) => `
  with offer as (
    select product_id, province_code, commune_code, set_code, labelled, at, pack_id from audit.pack_offer
     where on_sale and not service and at < $4 and (until is null or until > $3) and ${which}),
  listed as (
    select distinct on (product_id) product_id, province_code, commune_code, set_code, bool_or(labelled) over (partition by product_id) as labelled
      from offer order by product_id, at desc, pack_id),
  traded as (
    select product_id, net_lines, address_lines, net_address_lines from audit.product_period
     where period = $1 and version = $2 and not service and sole
    union all
    select product_id, sum(net_lines), sum(address_lines), sum(net_address_lines) from audit.product_period
     where period = $1 and version = $2 and not service and not sole group by product_id)
  select ${CELL.join(', ')}, 1 as listed, labelled::int as labelled,
         (labelled and traded.product_id is not null)::int as sold,
         (labelled and coalesce(address_lines > 0, false))::int as delivered,
         (labelled and coalesce(net_lines > 0, false))::int as net_sold,
         (labelled and coalesce(net_address_lines > 0, false))::int as net_delivered
    from listed left join traded using (product_id)`;
