import { platformProblem, type Actor } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';

/**
 * Id of the household an actor works for: the asked one where it is theirs, else their only one.
 * Throws `not-found` for another's household or none at all, `household.choose` when there are several and none is named.
 */
export function requireOwnHousehold(actor: Actor, asked?: string | null): string {
  const own = actor.scope('household', 'household');
  if (asked) {
    if (!own.includes(asked)) throw platformProblem('not-found');
    return asked;
  }
  if (own.length > 1) throw householdProblem('household.choose');
  if (!own[0]) throw platformProblem('not-found');
  return own[0];
}
