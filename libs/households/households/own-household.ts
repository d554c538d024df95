import { platformProblem, type Actor, type Tx } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import { HouseholdEntity } from './household.entity.js';

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

/** The actor's household, locked until the transaction ends. Throws `not-found` for another's. */
export async function lockOwnHousehold(tx: Tx, actor: Actor, householdId: string): Promise<HouseholdEntity> {
  const household = await tx
    .createQueryBuilder(HouseholdEntity, 'household')
    .where('household.id = :householdId and household.id = any(:own)', { householdId, own: actor.scope('household', 'household') })
    .setLock('pessimistic_write')
    .getOne();
  if (!household) throw platformProblem('not-found');
  return household;
}
