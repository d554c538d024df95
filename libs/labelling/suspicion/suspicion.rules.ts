import { PROVINCE_CENTRES } from './province-centres.js';

/** What somebody finds wrong with a label. */
export const REPORT_KINDS = ['looks_fake', 'other_product', 'date_changed', 'other'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** `serial_far`: found by us, one serial in two far places. */
export const SUSPICION_KINDS = [...REPORT_KINDS, 'serial_far'] as const;
export type SuspicionKind = (typeof SUSPICION_KINDS)[number];

/** What an official found. */
export const SUSPICION_OUTCOMES = ['genuine', 'counterfeit', 'unclear'] as const;
export type SuspicionOutcome = (typeof SUSPICION_OUTCOMES)[number];

/** When one serial seen in two places is suspicious; a row of `labelling.serial_rule`. */
export interface SerialRule {
  /** Between the middles of the two provinces, as the crow flies. */
  farKm: number;
  /** Between the two sightings. */
  withinHours: number;
}

export interface Sighting {
  provinceCode: string;
  seenAt: Date;
}

const EARTH_RADIUS_KM = 6371;
const HOUR_MS = 3_600_000;

/** Kilometres between the middles of two provinces; null for a code without one. */
export function provinceDistanceKm(one: string, other: string): number | null {
  const [from, to] = [PROVINCE_CENTRES[one], PROVINCE_CENTRES[other]];
  if (!from || !to) return null;
  const [north1, east1, north2, east2] = [...from, ...to].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number, number];
  const chord = Math.sin((north2 - north1) / 2) ** 2 + Math.cos(north1) * Math.cos(north2) * Math.sin((east2 - east1) / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord)));
}

/** The earlier sighting that lies too far away for the time between; null when none does. A pack can travel, but not that fast. */
export function farSighting(rule: SerialRule, seen: Sighting, before: readonly Sighting[]): { provinceCode: string; km: number } | null {
  for (const { provinceCode, seenAt } of before) {
    const km = provinceDistanceKm(seen.provinceCode, provinceCode);
    const hours = Math.abs(seen.seenAt.getTime() - seenAt.getTime()) / HOUR_MS;
    if (km !== null && km >= rule.farKm && hours <= rule.withinHours) return { provinceCode, km };
  }
  return null;
}
