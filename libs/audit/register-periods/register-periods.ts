import { sql, type Tx } from '@choxa/platform';
import { boundsOf, localDay, periodsHolding } from '@choxa/standards';
import { lockFacts, shareFact } from '../facts/fact-lock.js';
import { methodFor } from '../indicators/indicator.js';
import { SELLING_METHODS } from '../indicators/selling-methods.js';
import { cutOffOf } from '../periods/audit-period.rules.js';
import { periodsOfYear } from '../product-periods/product-periods.js';
import type { Scope } from '../scope/scope.js';
import { INSERT_COUNTED, isMade, RECOUNT_HOUSEHOLDS } from './register-periods.sql.js';

// Whoever changes which entries there are holds the registers alone. Whoever changes what a household did shares them, and holds the household:
// two batches about one household count after each other, each with what the other wrote.
const REGISTERS = 'registers';

/**
 * Counts these households anew in the periods `keys`, unless told all. Call it once for all facts of a transaction, after they were written.
 */
export async function recountHouseholds(tx: Tx, householdIds: readonly string[], keys?: readonly string[]): Promise<void> {
  if (!householdIds.length) return;
  if ((await readYears(tx)).some(({ made }) => !made)) {
    await lockFacts(tx, [REGISTERS]);
    await makeYears(tx, await readYears(tx));
  } else {
    await shareFact(tx, REGISTERS);
    await lockFacts(
      tx,
      householdIds.map((id) => `seller ${id}`),
    );
  }
  const counted = keys ?? (await readYears(tx)).flatMap(({ year }) => periodsOfYear(year));
  await sql(tx, RECOUNT_HOUSEHOLDS, [...registerPeriodParams(counted), householdIds]);
}

/** Counts who sold something in these seller orders anew, in every period in which they were delivered. As {@link recountHouseholds}. */
export async function recountSellers(tx: Tx, sellerOrderIds: readonly string[]): Promise<void> {
  const sales = await sql<{ householdId: string; deliveredAt: Date }>(
    tx,
    `select distinct household_id as "householdId", delivered_at as "deliveredAt" from audit.traded_line where seller_order_id = any($1)`,
    [sellerOrderIds],
  );
  const keys = new Set(sales.flatMap(({ deliveredAt }) => periodsHolding(deliveredAt)));
  await recountHouseholds(tx, [...new Set(sales.map(({ householdId }) => householdId))], [...keys]);
}

/** Counts the communes of these versions of registers anew, after they or whom their entries mean were written. */
export async function recountRegisters(tx: Tx, versionIds: readonly string[]): Promise<void> {
  await lockFacts(tx, [REGISTERS]);
  const years = await readYears(tx);
  const gone = await sql<{ communes: string[] }>(
    tx,
    `with commune as (select distinct commune_code from audit.register_version where version_id = any($1)),
       gone as (delete from audit.register_period where commune_code in (select commune_code from commune))
     select coalesce(array_agg(commune_code), '{}') as communes from commune`,
    [versionIds],
  );
  const made = years.filter((year) => year.made).flatMap(({ year }) => periodsOfYear(year));
  await sql(tx, INSERT_COUNTED, [...registerPeriodParams(made), gone[0]!.communes]);
  await makeYears(tx, years);
}

/** Counts `register_period` from all facts; it must have been emptied. */
export async function makeRegisterPeriods(tx: Tx): Promise<void> {
  await makeYears(tx, await readYears(tx));
}

/** Parameters `$1…$6` of the statements about these periods. */
function registerPeriodParams(keys: readonly string[]): unknown[] {
  const periods = keys.map((key) => ({ key, ...boundsOf(key) }));
  return [
    keys,
    periods.map(({ from }) => from),
    periods.map(({ until }) => until),
    periods.map((period) => cutOffOf(period, methodFor({ methods: SELLING_METHODS }, period).returnDays)),
    periods.map(({ from }) => localDay(from)),
    periods.map(({ until }) => localDay(new Date(until.getTime() - 1))),
  ];
}

/** Parameters `$1…$7` of {@link ENTRIES}. */
export function entriesParams({ period }: Pick<Scope, 'period'>): unknown[] {
  return [...registerPeriodParams([period.key]), null];
}

interface Year {
  year: number;
  made: boolean;
}

/** The years that have totals: from the oldest register's to the last delivery's. Another year is counted when it is asked for. */
function readYears(tx: Tx): Promise<Year[]> {
  return sql<Year>(tx, YEARS);
}

async function makeYears(tx: Tx, years: readonly Year[]): Promise<void> {
  for (const { year } of years.filter(({ made }) => !made))
    await sql(tx, INSERT_COUNTED, [...registerPeriodParams(periodsOfYear(year)), null]);
}

const YEARS = `
  select year, ${isMade('year::text')} as made
    from (select greatest(2000, extract(year from min(as_of))::int) as first from audit.register_version having count(*) > 0) oldest
   cross join (select extract(year from timezone('Asia/Ho_Chi_Minh', max(delivered_at)))::int as last from audit.traded_line) latest
   cross join generate_series(first, greatest(first, last)) as year`;
