import { definePostalEvent, instant, listOf, matching, oneOf, orNull, text, whole } from './postal-event.js';

/** Numbers of the action plan's indicators that operators report (Decision 689/QĐ-BTTTT): revenue, items, points, communes, internet, to the address, public services. */
export const REPORTED_INDICATORS = ['1', '2', '5', '6', '7', '13', '14'] as const;
export type ReportedIndicator = (typeof REPORTED_INDICATORS)[number];

/** One figure: numerator and denominator as reported. A denominator is null where whoever receives it knows it (the population). */
export interface ReportedFigureV1 {
  indicator: ReportedIndicator;
  numerator: number;
  denominator: number | null;
  /** Why it differs from what the data say; null where it does not. */
  reason: string | null;
}

/** An operator has reported a quarter. A higher version of the same quarter replaces the lower ones. */
export interface QuarterReportedV1 {
  operatorCode: string;
  /** `2026-Q3`. */
  quarter: string;
  version: number;
  submittedAt: string;
  /** Each indicator once. */
  figures: ReportedFigureV1[];
}

const amount = whole(0, Number.MAX_SAFE_INTEGER);
const quarter = matching(/^[0-9]{4}-Q[1-4]$/, 'a quarter like 2026-Q3');

export const QuarterReported = definePostalEvent<QuarterReportedV1>('postal.quarter-reported.v1', {
  operatorCode: text(40),
  quarter,
  version: whole(1, 1_000),
  submittedAt: instant,
  figures: listOf(
    { indicator: oneOf(REPORTED_INDICATORS), numerator: amount, denominator: orNull(amount), reason: orNull(text(500)) },
    REPORTED_INDICATORS.length,
  ),
});

/** What becomes of a report at whoever receives it. */
export const REPORT_VERDICTS = ['accepted', 'returned'] as const;
export type ReportVerdict = (typeof REPORT_VERDICTS)[number];

/** Whoever receives reports has accepted a version of one, or gives it back with the reason. Heard by the post. */
export interface ReportAnsweredV1 {
  operatorCode: string;
  quarter: string;
  version: number;
  verdict: ReportVerdict;
  /** What is to be put right; null where it was accepted without a word. */
  reason: string | null;
  answeredAt: string;
}

export const ReportAnswered = definePostalEvent<ReportAnsweredV1>('postal.report-answered.v1', {
  operatorCode: text(40),
  quarter,
  version: whole(1, 1_000),
  verdict: oneOf(REPORT_VERDICTS),
  reason: orNull(text(500)),
  answeredAt: instant,
});
