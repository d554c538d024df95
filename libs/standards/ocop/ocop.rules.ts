import { StandardError } from '../failure/standard-error.js';
import { addDays, addMonths, isIsoDay } from '../local-time/days.js';

/** Ways in which a value can fail a rule of OCOP. */
export type OcopCode = 'ocop.score';

/** Stars that carry a certificate. */
export type OcopStars = 3 | 4 | 5;

/** The rules of one decision. A change of law is one row more. */
export interface OcopRule {
  readonly basis: string;
  readonly validFrom: string;
  /** First day on which the row no longer holds; null while it does. */
  readonly validTo: string | null;
  /** Lowest score of each number of stars, highest first: the lower bound belongs to the higher star. */
  readonly bands: readonly { readonly atLeast: number; readonly stars: OcopStars }[];
  readonly certificateMonths: number;
  /** Days before expiry on which the household is reminded. */
  readonly reminderDays: readonly number[];
}

const BANDS = [
  { atLeast: 90, stars: 5 },
  { atLeast: 70, stars: 4 },
  { atLeast: 50, stars: 3 },
] as const;

const sameInAllDecisions = { bands: BANDS, certificateMonths: 36, reminderDays: [90, 60, 30] } as const;

/** The decisions in force since the programme began. */
export const OCOP_RULES: readonly OcopRule[] = [
  { basis: '1048/QĐ-TTg', validFrom: '2019-08-21', validTo: '2023-02-24', ...sameInAllDecisions },
  { basis: '148/QĐ-TTg', validFrom: '2023-02-24', validTo: '2026-05-22', ...sameInAllDecisions },
  { basis: '26/2026/QĐ-TTg', validFrom: '2026-05-22', validTo: null, ...sameInAllDecisions },
];

/**
 * The rule in force on a day. Provinces that recognised products before the national programme are judged by its first rule.
 * @throws StandardError `time.day`
 */
export function ocopRuleOn(day: string): OcopRule {
  if (!isIsoDay(day)) throw new StandardError('time.day', day);
  return OCOP_RULES.find(({ validTo }) => validTo === null || day < validTo)!;
}

/**
 * The stars of a score: 90 and more five, 70 to below 90 four, 50 to below 70 three; less than that gets no certificate (null).
 *
 * @param score 0 … 100, may have decimals
 * @param on the day of the decision; the newest rule when left out
 * @throws StandardError `ocop.score`
 */
export function starsFromScore(score: number, on?: string): OcopStars | null {
  if (typeof score !== 'number' || !(score >= 0 && score <= 100)) throw new StandardError('ocop.score', String(score));
  const rule = on === undefined ? OCOP_RULES.at(-1)! : ocopRuleOn(on);
  return rule.bands.find(({ atLeast }) => score >= atLeast)?.stars ?? null;
}

/**
 * The last day on which a certificate holds: 36 months after the decision, the corresponding day included
 * (Civil Code 2015 art. 147 and 148: the first day is not counted, the last one is counted whole).
 */
export function certificateLastDay(decidedOn: string): string {
  return addMonths(decidedOn, ocopRuleOn(decidedOn).certificateMonths);
}

/** Whether a certificate holds on a day. Stars are never shown when it does not. */
export function isCertificateValid(decidedOn: string, on: string): boolean {
  return decidedOn <= on && on <= certificateLastDay(decidedOn);
}

/** The days on which the household is reminded that its certificate ends, earliest first. */
export function certificateReminderDays(decidedOn: string): readonly string[] {
  const lastDay = certificateLastDay(decidedOn);
  return ocopRuleOn(decidedOn).reminderDays.map((days) => addDays(lastDay, -days));
}
