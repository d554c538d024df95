import { REPORTED_INDICATORS, type ReportedFigureV1, type ReportedIndicator } from '@choxa/postal-contract';

/** Reported figures that are a part and its whole. */
const SHARES: readonly ReportedIndicator[] = ['6', '7', '13', '14'];

/** A part and, of a share, its whole; null where the figure is a plain count. */
export interface Amounts {
  numerator: number;
  denominator: number | null;
}

/** One reported figure beside what our own facts say. */
export interface ComparedFigure {
  indicator: ReportedIndicator;
  /** Null where it was not reported. */
  reported: Amounts | null;
  /** Null where our facts cannot tell. */
  ours: Amounts | null;
  /** Reported numerator less ours; null where one of them is not known. */
  difference: number | null;
  /** The difference in percent of ours, two decimals towards zero, with its sign; null where ours is zero or one is not known. */
  percent: string | null;
  /** Whether numerator or denominator is another than ours. */
  differs: boolean;
  /** Why, in the operator's words. */
  reason: string | null;
}

/** What makes a report impossible to accept. */
export const REPORT_FAULTS = ['missing', 'twice', 'no-whole', 'above-whole'] as const;
type Fault = (typeof REPORT_FAULTS)[number];
/** A figure of a report, and what is wrong with it. */
export interface ReportFault {
  indicator: ReportedIndicator;
  fault: Fault;
}

/** Every way in which the figures cannot be: each indicator is reported once, and a share is a part of its whole. */
export function faultsOf(figures: readonly ReportedFigureV1[]): ReportFault[] {
  return REPORTED_INDICATORS.flatMap((indicator) => {
    const fault = faultIn(
      indicator,
      figures.filter((figure) => figure.indicator === indicator),
    );
    return fault ? [{ indicator, fault }] : [];
  });
}

function faultIn(indicator: ReportedIndicator, [figure, ...more]: readonly ReportedFigureV1[]): Fault | null {
  if (!figure) return 'missing';
  if (more.length) return 'twice';
  if (!SHARES.includes(indicator)) return null;
  if (figure.denominator === null) return 'no-whole';
  return figure.numerator > figure.denominator ? 'above-whole' : null;
}

/** Every figure that is to be reported beside ours, in the order of the plan. A whole that was not reported is not compared. */
export function compareReport(figures: readonly ReportedFigureV1[], ours: ReadonlyMap<ReportedIndicator, Amounts>): ComparedFigure[] {
  return REPORTED_INDICATORS.map((indicator) => {
    const told = figures.find((figure) => figure.indicator === indicator);
    const own = ours.get(indicator) ?? null;
    const reason = told?.reason ?? null;
    if (!told || !own)
      return { indicator, reported: told ? amountsOf(told) : null, ours: own, difference: null, percent: null, differs: false, reason };
    const difference = told.numerator - own.numerator;
    const otherWhole = told.denominator !== null && own.denominator !== null && told.denominator !== own.denominator;
    const percent = own.numerator === 0 ? null : percentOf(difference, own.numerator);
    return { indicator, reported: amountsOf(told), ours: own, difference, percent, differs: difference !== 0 || otherWhole, reason };
  });
}

function amountsOf({ numerator, denominator }: Amounts): Amounts {
  return { numerator, denominator };
}

/** In whole numbers, for revenue in đồng is near the limit of what a float tells apart. */
function percentOf(difference: number, ours: number): string {
  const hundredths = (BigInt(Math.abs(difference)) * 10_000n) / BigInt(ours);
  const sign = difference < 0 ? '-' : '+';
  return `${difference === 0 ? '' : sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
