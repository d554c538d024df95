import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import type { AuditPeriod } from '../periods/audit-period.rules.js';
import { auditProblem } from '../audit.problems.js';
import { CUTS, type Cut, type Scope } from '../scope/scope.js';
import { isKept } from '../periods/frozen-figures.js';
import type { Measure } from './measure.rules.js';

/** How an indicator is counted from a day on. A change of law or of method is one row more; old periods keep the row of their time. */
export interface IndicatorMethod {
  readonly version: string;
  readonly basis: string;
  /** First day (`YYYY-MM-DD`) of periods it holds for, and the first day it no longer does; null while it holds. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** In the unit of the measure (a share or growth: percent); null where the plan sets none. */
  readonly target: number | null;
  /** Days after the end of the period during which a return still takes a line out. */
  readonly returnDays: number;
  readonly formula: string;
  readonly textVi: string;
  readonly textEn: string;
}

/** What is measured, as its measure reads it ({@link Measure}); whole numbers. */
export interface Counted {
  numerator: number;
  denominator: number;
}

/** A figure beside the headline: a share of a whole, or a plain count where `denominator` is null. */
export interface Side {
  /** Says which; the pages have a text for it. */
  key: string;
  numerator: number;
  denominator: number | null;
  /** What is counted: `products`, `lines`, `vnd`, `parcels`, … */
  unit: string;
}

/** The numbers alone. */
export interface Headline extends Counted {
  /** The same without self-dealing; null where buying from oneself cannot touch it. */
  net: Counted | null;
}

export interface Figure extends Headline {
  sides: Side[];
}

/** One row of a breakdown. */
export interface CellFigure extends Counted {
  code: string;
  name: string;
  net: Counted | null;
  /** Under five buyers: values are left out. Absent where no buyer is involved. */
  fewBuyers?: boolean;
  sides: Side[];
}

/**
 * A number of the action plan (Decision 689/QĐ-BTTTT): its text, its method, and how it is counted. `Of` is its figure with what only this one
 * counts beside.
 */
export interface Indicator<Of extends Figure = Figure> {
  readonly number: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly measure: Measure;
  /** What numerator and denominator count: `products`, `parcels`, … */
  readonly unit: string;
  /** Oldest first, never empty. */
  readonly methods: readonly IndicatorMethod[];
  /** How it can be filtered and broken down; nothing else is asked of it. */
  readonly breakdowns: readonly Cut[];
  /** It counts a closed version (`scope.version`) from totals frozen row by row; any other indicator has its figures kept (periods/). */
  readonly frozen?: true;
  /** The figure of a scope. All statements of one question run in one snapshot. */
  figure(tx: Tx, scope: Scope, places: Places): Promise<Of>;
  /** The figure without its sides, where that is less to count; of one that is not `frozen`. */
  headline?(tx: Tx, scope: Scope, places: Places): Promise<Headline>;
  /** The headlines of scopes that differ in period and version only, where that is less to count than their figures; of a `frozen` one only. */
  headlines?(tx: Tx, scopes: readonly [Scope, ...Scope[]]): Promise<Headline[]>;
  /** Its rows by `by`, ordered by code; only those where something arose. */
  breakdown?(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]>;
  /** A page of its rows by one of `cuts`, the lowest value first, where counting all of them would take too long; of a `frozen` one only. */
  readonly lowest?: {
    readonly cuts: readonly Cut[];
    page(tx: Tx, scope: Scope, by: Cut, page: RowsWanted): Promise<CellFigure[]>;
  };
}

/** So many rows of a list after the first `from`. */
export interface RowsWanted {
  from: number;
  limit: number;
}

/** The method that held when the period began; for a time before the first, the first. */
export function methodFor({ methods }: Pick<Indicator, 'methods'>, { from }: AuditPeriod): IndicatorMethod {
  const day = localDay(from);
  return methods.findLast((method) => method.validFrom <= day && (method.validTo === null || day < method.validTo)) ?? methods[0]!;
}

/** The numbers of an indicator for scopes that differ in period and version only, one after the other. */
export async function headlinesOf(tx: Tx, indicator: Indicator, scopes: readonly [Scope, ...Scope[]], places: Places): Promise<Headline[]> {
  if (indicator.headlines) return indicator.headlines(tx, scopes);
  const all: Headline[] = [];
  for (const scope of scopes) all.push(await (indicator.headline ?? indicator.figure)(tx, scope, places));
  return all;
}

/** @throws Problem `indicator.not-kept-so` where a closed version alone cannot be cut so, else `indicator.not-cut-so` */
export function mustBeCutTo(indicator: Indicator, scope: Scope, by?: Cut): void {
  if (canBeCutTo(indicator, scope) && (!by || indicator.breakdowns.includes(by))) return;
  const liveCould = canBeCutTo(indicator, { ...scope, version: 0 }) && (!by || indicator.breakdowns.includes(by));
  throw auditProblem(liveCould ? 'indicator.not-kept-so' : 'indicator.not-cut-so');
}

/** Whether an indicator can answer for exactly what is asked: by its filters, and for the official's own places only. */
export function canBeCutTo(
  { breakdowns, frozen }: Pick<Indicator, 'breakdowns' | 'frozen'>,
  { area, filters, version }: Pick<Scope, 'area' | 'filters' | 'version'>,
): boolean {
  if (version && !frozen && !isKept({ area, filters })) return false;
  const needed = new Set<Cut>(CUTS.filter((cut) => filters[cut]));
  if (area?.provinces.length) needed.add('province');
  if (area?.communes.length) needed.add('commune');
  return [...needed].every((cut) => breakdowns.includes(cut));
}
