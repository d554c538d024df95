import { sql, type Tx } from '@choxa/platform';

const local = (instant: string) => `timezone('Asia/Ho_Chi_Minh', ${instant})`;

/** SQL: the quarter (`2026-Q3`) in which an instant lies, in local time. */
export const quarterOf = (instant: string) => `to_char(${local(instant)}, 'YYYY"-Q"Q')`;

/**
 * SQL: a row of the relation `from` for each end of a quarter after one instant and not after another, that end (the first instant of the next
 * quarter) as `quarter_end`. Most rows have none, so those are left out first.
 */
export function atQuarterEnds(from: string, after: string, upTo: string): string {
  const [first, last] = [after, upTo].map((instant) => `date_trunc('quarter', ${local(instant)})`);
  return `(select * from ${from} where ${first} < ${last}) over_an_end cross join lateral (
    select timezone('Asia/Ho_Chi_Minh', first_day) as quarter_end
      from generate_series(${first} + interval '3 months', ${last}, interval '3 months') first_day) quarter_ends`;
}

/** Sums of a fact table by quarter and kind, kept so that a figure of the nation need not read every fact. */
export interface PeriodTotals {
  readonly table: string;
  /** The facts that are counted. */
  readonly facts: string;
  /** What tells the kinds apart, as SQL on a row of the facts; the quarter is told apart by itself. */
  readonly kinds: Readonly<Record<string, string>>;
  /** When a fact happened, as SQL on its row. */
  readonly at: string;
  /** Sums by column, as SQL over the rows of one kind. */
  readonly sums: Readonly<Record<string, string>>;
}

const keysOf = ({ kinds }: PeriodTotals) => ['period', 'version', ...Object.keys(kinds)];
const named = (columns: Readonly<Record<string, string>>) => Object.entries(columns).map(([column, value]) => `${value} as ${column}`);

function counted(totals: PeriodTotals, from: string): string {
  const kinds = Object.values(totals.kinds);
  const columns = [`${quarterOf(totals.at)} as period`, '0 as version', ...named(totals.kinds), ...named(totals.sums)];
  return `select ${columns.join(', ')} from ${from} group by ${[quarterOf(totals.at), ...kinds].join(', ')}`;
}

/** SQL that adds the facts of the relation `from` to their totals, always in the same sequence. */
export function addTo(totals: PeriodTotals, from: string): string {
  const keys = keysOf(totals).join(', ');
  const sums = Object.keys(totals.sums);
  return `
    insert into ${totals.table} as kept (${keys}, ${sums.join(', ')})
    select ${keys}, ${sums.join(', ')} from (${counted(totals, from)}) added order by ${keys}
    on conflict (${keys}) do update set ${sums.map((sum) => `${sum} = kept.${sum} + excluded.${sum}`).join(', ')}`;
}

/** SQL that takes the facts of the relation `from` out of their totals; see {@link dropEmpty}. */
export function takeFrom(totals: PeriodTotals, from: string): string {
  const sums = Object.keys(totals.sums);
  const of = (alias: string) =>
    `(${keysOf(totals)
      .map((key) => `${alias}.${key}`)
      .join(', ')})`;
  return `
    update ${totals.table} kept set ${sums.map((sum) => `${sum} = kept.${sum} - gone.${sum}`).join(', ')}
    from (${counted(totals, from)}) gone where ${of('kept')} = ${of('gone')}`;
}

/** A kind of which nothing is left has no row, so that the totals are the same however they came about. */
export async function dropEmpty(tx: Tx, { table }: PeriodTotals): Promise<void> {
  await sql(tx, `delete from ${table} where parcels = 0 and version = 0`);
}

/** The totals of all facts, where there are none yet. */
export async function makeTotals(tx: Tx, totals: PeriodTotals): Promise<void> {
  await sql(tx, addTo(totals, totals.facts));
}

/** Copies the totals of `quarters` as version `version` of the period `key`, to stay as they are. */
export async function freezeTotals(tx: Tx, totals: PeriodTotals, key: string, version: number, quarters: readonly string[]): Promise<void> {
  const kinds = Object.keys(totals.kinds).join(', ');
  const sums = Object.keys(totals.sums);
  await sql(
    tx,
    `insert into ${totals.table} (period, version, ${kinds}, ${sums.join(', ')})
     select $1, $2, ${kinds}, ${sums.map((sum) => `sum(${sum})`).join(', ')} from ${totals.table}
     where period = any($3::text[]) and version = 0 group by ${kinds}`,
    [key, version, quarters],
  );
}
