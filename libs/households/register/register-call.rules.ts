import type { HouseholdState } from '../households/household.rules.js';
import type { SellingStanding } from './selling-standings.js';

/** Why a household of the register is to be called: it is not on the platform, shows nothing, or shows and sells nothing. */
export const CALL_LISTS = ['missing', 'no_product', 'not_selling'] as const;
export type CallList = (typeof CALL_LISTS)[number];

/** What came of a call. */
export const REGISTER_CALL_OUTCOMES = ['will_sell', 'needs_help', 'no_answer', 'wrong_number', 'unwilling', 'other'] as const;
export type RegisterCallOutcome = (typeof REGISTER_CALL_OUTCOMES)[number];

/**
 * The list a household of a register belongs to; null for one that shows and sells. `state` is null where nobody on the platform is it.
 * `since`: first local day, `YYYY-MM-DD`, from which an order counts as selling.
 */
export function callListOf(state: HouseholdState | null, standing: SellingStanding | undefined, since: string): CallList | null {
  if (state !== 'approved') return 'missing';
  if (!standing?.publishedProducts) return 'no_product';
  return standing.lastOrderedOn === null || standing.lastOrderedOn < since ? 'not_selling' : null;
}
