import { platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import type { MemberRole } from './member.rules.js';

/**
 * Insists that the actor is one of the household's own people, in `role` where one is named: whoever only acts for it, a clerk say, is not.
 * Throws `not-found` where the actor has no right over the household at all, else `household.members-only` or `household.owners-only`.
 */
export async function requireMember(tx: Tx, actor: Actor, householdId: string, role?: MemberRole): Promise<void> {
  if (!actor.scope('household', 'household').includes(householdId)) throw platformProblem('not-found');
  const [member] = await sql<{ role: MemberRole }>(tx, 'select role from households.member where household_id = $1 and account_id = $2', [
    householdId,
    actor.accountId,
  ]);
  if (!member) throw householdProblem('household.members-only');
  if (role && member.role !== role) throw householdProblem('household.owners-only');
}
