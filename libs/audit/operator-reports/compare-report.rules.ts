import { REPORTED_INDICATORS, type ReportedFigureV1, type ReportedIndicator } from '@choxa/postal-contract';

/** Reported figures that are a part and its whole. */
const SHARES: readonly ReportedIndicator[] = ['6', '7', '13', '14'];

export interface Amounts {
  numerator: number;
  denominator: number | null;
}

/** One reported figure beside what our own facts say. */
export interface ComparedFigure {
  indicator: ReportedIndicator;
  reported: Amounts;
  /** Null where our facts cannot tell. */
  ours: Amounts | null;
  /** Reported numerator less ours; null where our facts cannot tell. */
  difference: number | null;
  /** The difference in percent of ours, two decimals towards zero, with its sign; null where ours is zero or unknown. */
  percent: string | null;
  /** Whether numerator or denominator is another than ours. */
  differs: boolean;
  /** Why, in the operator's words. */
  reason: string | null;
}

/** What makes a report impossible to accept. */
export const REPORT_FAULTS = ['missing', 'twice', 'no-whole', 'above-whole'] as const;
type Fault = (typeof REPORT_FAULTS)[number];
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

/** Each reported figure beside ours, in the order of the report. A whole that was not reported is not compared. */
export function compareReport(figures: readonly ReportedFigureV1[], ours: ReadonlyMap<ReportedIndicator, Amounts>): ComparedFigure[] {
  return figures.map(({ indicator, reason, ...reported }) => {
    const own = ours.get(indicator) ?? null;
    const difference = own && reported.numerator - own.numerator;
    const otherWhole =
      own !== null && reported.denominator !== null && own.denominator !== null && reported.denominator !== own.denominator;
    return {
      indicator,
      reported,
      ours: own,
      difference,
      percent: own && own.numerator !== 0 ? percentOf(difference!, own.numerator) : null,
      differs: own !== null && (difference !== 0 || otherWhole),
      reason,
    };
  });
}

/** In whole numbers, for revenue in đồng is near the limit of what a float tells apart. */
function percentOf(difference: number, ours: number): string {
  const hundredths = (BigInt(Math.abs(difference)) * 10_000n) / BigInt(ours);
  const sign = difference < 0 ? '-' : '+';
  return `${difference === 0 ? '' : sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
