import type { Actor, Role } from '@choxa/platform';

export const HOUSEHOLD_STATES = ['pending', 'refused', 'approved', 'suspended'] as const;
export type HouseholdState = (typeof HOUSEHOLD_STATES)[number];

/** Which state may follow which. */
export const HOUSEHOLD_MOVES: Record<HouseholdState, readonly HouseholdState[]> = {
  pending: ['approved', 'refused'],
  refused: ['pending'],
  approved: ['suspended'],
  suspended: ['approved'],
};

export function canMove(from: HouseholdState, to: HouseholdState): boolean {
  return HOUSEHOLD_MOVES[from].includes(to);
}

export const HOUSEHOLD_KINDS = ['household', 'household_business', 'cooperative_group', 'cooperative', 'firm'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

/**
 * The number everybody may see: that of a registered business. A plain household's would be a person's tax code.
 * Decree 52/2013/NĐ-CP art. 29 names what a seller publishes.
 */
export function publishedRegistrationNumber(household: { kind: HouseholdKind; registrationNumber: string | null }): string | null {
  return household.kind === 'household' ? null : household.registrationNumber;
}

/** The last day of a closure that covers `today` (`YYYY-MM-DD` in Vietnam); null while the household sells. */
export function closedUntilOn(household: { closedFrom: string | null; closedUntil: string | null }, today: string): string | null {
  const { closedFrom, closedUntil } = household;
  return closedFrom && closedUntil && closedFrom <= today && today <= closedUntil ? closedUntil : null;
}

/** The places over whose households somebody may decide. */
export interface ReviewScope {
  /** Everywhere in the country. */
  nation: boolean;
  provinceCodes: string[];
  communeCodes: string[];
}

/** Who decides who may sell; suspending is for officials alone. */
export const REVIEWERS: readonly Role[] = ['clerk', 'official', 'admin'];
export const OFFICIALS: readonly Role[] = ['official', 'admin'];

/**
 * Clerks decide for the commune or province of their office, officials for their province or the nation.
 * A clerk's post office itself says nothing here: the place comes as a grant of its own.
 */
export function reviewScope(actor: Actor, roles: readonly Role[] = REVIEWERS): ReviewScope {
  const ofPlaces = roles.filter((role) => role !== 'admin');
  return {
    nation: actor.scope('nation', ...roles.filter((role) => role !== 'clerk')).includes('VN'),
    provinceCodes: actor.scope('province', ...ofPlaces),
    communeCodes: actor.scope('commune', ...ofPlaces),
  };
}
