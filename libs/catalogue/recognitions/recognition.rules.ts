import { addDays, certificateLastDay, ocopRuleOn } from '@choxa/standards';

/** Declared by the household (or a list); entered by one official; confirmed by another; revoked by two. */
export const RECOGNITION_STATUSES = ['declared', 'entered', 'confirmed', 'revoked'] as const;
export type RecognitionStatus = (typeof RECOGNITION_STATUSES)[number];

/** Districts certified three stars until 30/6/2025; what they gave runs to its expiry. */
export const ISSUING_LEVELS = ['district_legacy', 'province', 'central'] as const;
export type IssuingLevel = (typeof ISSUING_LEVELS)[number];

export const RECOGNITION_CHANGE_KINDS = ['correction', 'revocation'] as const;
export type RecognitionChangeKind = (typeof RECOGNITION_CHANGE_KINDS)[number];

export const RECOGNITION_CHANGE_STATES = ['proposed', 'confirmed', 'dropped'] as const;
export type RecognitionChangeState = (typeof RECOGNITION_CHANGE_STATES)[number];

/** What a decision says. Days are `YYYY-MM-DD`. */
export interface Decision {
  stars: number;
  authority: string;
  decisionNumber: string;
  decisionDate: string;
  issuingLevel: IssuingLevel;
  setNamed: string | null;
}

/** The decision in a row or in checked input. */
export function decisionOf(row: { [Fact in keyof Decision]: Decision[Fact] | null }): Decision {
  const { stars, authority, decisionNumber, decisionDate, issuingLevel, setNamed } = row;
  return { stars, authority, decisionNumber, decisionDate, issuingLevel, setNamed } as Decision;
}

/** Districts were abolished on 1/7/2025. */
const LAST_DISTRICT_DAY = '2025-06-30';

/** Five stars are given by the ministry, three and four by the province (Decision 26/2026/QĐ-TTg; before it 148/QĐ-TTg 2023). */
export function usualLevel(stars: number): IssuingLevel {
  return stars === 5 ? 'central' : 'province';
}

export function levelFits(level: IssuingLevel, stars: number, decisionDate: string): boolean {
  if (level === 'district_legacy') return stars === 3 && decisionDate <= LAST_DISTRICT_DAY;
  return level === usualLevel(stars);
}

/** Last day of a recognition of which at least the year is known; of a year only, the latest day it could be. */
export function lastDayOf(decisionDate: string | null, year: number | null): string | null {
  if (decisionDate) return certificateLastDay(decisionDate);
  return year ? certificateLastDay(`${year}-12-31`) : null;
}

/** The decision of the Prime Minister a recognition was given under; null while its day is unknown. */
export function schemeOf(decisionDate: string | null, year: number | null): string | null {
  if (decisionDate) return ocopRuleOn(decisionDate).basis;
  return year ? ocopRuleOn(`${year}-12-31`).basis : null;
}

/** Steps of the reminder that are due on `today`, farthest first; none once the certificate has ended. */
export function remindersDue(decisionDate: string, expiresOn: string, today: string): number[] {
  if (isExpired(expiresOn, today)) return [];
  return ocopRuleOn(decisionDate)
    .reminderDays.filter((days) => addDays(expiresOn, -days) <= today)
    .toSorted((a, b) => b - a);
}

/** The nearest step of the reminder that is reached on `today`, in days before the end; null while none is, and once it has ended. */
export function endsWithin(decisionDate: string | null, expiresOn: string | null, today: string): number | null {
  return decisionDate && expiresOn ? (remindersDue(decisionDate, expiresOn, today).at(-1) ?? null) : null;
}

export interface RecognitionFacts {
  id: string;
  status: RecognitionStatus;
  stars: number;
  decisionDate: string | null;
  expiresOn: string | null;
}

const RANK: Record<RecognitionStatus, number> = { confirmed: 0, entered: 1, declared: 1, revoked: 1 };

export function isExpired(expiresOn: string | null, today: string): boolean {
  return expiresOn !== null && expiresOn < today;
}

/**
 * The recognition a page speaks of: what still holds before what has expired, confirmed before declared, the latest decision first.
 * A revoked one is never spoken of. Null when there is none.
 */
export function shownRecognition<T extends RecognitionFacts>(all: readonly T[], today: string): T | null {
  const order = (row: T) => (isExpired(row.expiresOn, today) ? 2 : 0) + RANK[row.status];
  const latest = (row: T) => row.decisionDate ?? row.expiresOn ?? '';
  const standing = all.filter((row) => row.status !== 'revoked');
  return standing.toSorted((a, b) => order(a) - order(b) || latest(b).localeCompare(latest(a)) || a.id.localeCompare(b.id))[0] ?? null;
}

/** The stars that may be shown and the last day on which they may; null when no confirmed recognition still holds. */
export function shownStars(all: readonly RecognitionFacts[], today: string): { stars: number; until: string } | null {
  const shown = shownRecognition(
    all.filter((row) => row.status === 'confirmed'),
    today,
  );
  return shown && !isExpired(shown.expiresOn, today) ? { stars: shown.stars, until: shown.expiresOn! } : null;
}
