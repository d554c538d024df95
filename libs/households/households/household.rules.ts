import type { Actor } from '@choxa/platform';

export const HOUSEHOLD_STATES = ['pending', 'approved', 'suspended'] as const;
export type HouseholdState = (typeof HOUSEHOLD_STATES)[number];

/** The places over whose households somebody may decide. */
export interface ReviewScope {
  /** Everywhere in the country. */
  nation: boolean;
  provinceCodes: string[];
  communeCodes: string[];
}

/**
 * Clerks decide for the commune or province of their office, officials for their province or the nation.
 * A clerk's post office itself says nothing here: the place comes as a grant of its own.
 */
export function reviewScope(actor: Actor): ReviewScope {
  return {
    nation: actor.scope('nation', 'official', 'admin').includes('VN'),
    provinceCodes: actor.scope('province', 'clerk', 'official'),
    communeCodes: actor.scope('commune', 'clerk', 'official'),
  };
}
