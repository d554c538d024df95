import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, platformProblem, type Actor, type Role, type Tx } from '@choxa/platform';
import { fold } from '@choxa/standards';
import { householdProblem } from '../households.problems.js';
import { MemberEntity } from '../members/member.entity.js';
import { HouseholdEntity } from './household.entity.js';
import { REVIEWERS, reviewScope, type HouseholdState } from './household.rules.js';

/** Leaves only the households of the actor's places in the query. */
export function inReviewScope(
  query: SelectQueryBuilder<HouseholdEntity>,
  actor: Actor,
  roles: readonly Role[] = REVIEWERS,
): SelectQueryBuilder<HouseholdEntity> {
  const { nation, provinceCodes, communeCodes } = reviewScope(actor, roles);
  if (nation) return query;
  return query.andWhere(
    new Brackets((place) =>
      place
        .where('household.provinceCode = any(:provinceCodes)', { provinceCodes })
        .orWhere('household.communeCode = any(:communeCodes)', { communeCodes }),
    ),
  );
}

/** A household of the actor's places, for reading. Throws `not-found`. */
export async function householdToReview(tx: Tx, actor: Actor, id: string): Promise<HouseholdEntity> {
  return found(await inReviewScope(byId(tx, id), actor).getOne());
}

/**
 * A household of the places over which the actor holds one of `roles`, locked. Throws `not-found`, and `household.own-approval` for one of
 * its own members: nobody decides about themselves.
 */
export async function lockForDecision(tx: Tx, actor: Actor, id: string, roles: readonly Role[] = REVIEWERS): Promise<HouseholdEntity> {
  const household = found(await inReviewScope(byId(tx, id), actor, roles).setLock('pessimistic_write').getOne());
  const isMember = await tx.existsBy(MemberEntity, { householdId: id, accountId: actor.accountId });
  if (isMember || household.registeredBy === actor.accountId) throw householdProblem('household.own-approval');
  return household;
}

interface ReviewList {
  state: HouseholdState;
  /** Part of a name, with or without accents. */
  q?: string;
  limit?: number;
  cursor?: string;
}

/** Households of the actor's places in one state, longest waiting first; one more than `limit`, to know whether a page follows. */
export async function householdsToReview(
  tx: Tx,
  actor: Actor,
  { state, q, limit = DEFAULT_LIMIT, cursor }: ReviewList,
): Promise<HouseholdEntity[]> {
  const query = tx
    .createQueryBuilder(HouseholdEntity, 'household')
    .where('household.state = :state', { state })
    .orderBy('household.createdAt')
    .addOrderBy('household.id')
    .limit(limit + 1);
  if (q) query.andWhere('strpos(household.nameKey, :named) > 0', { named: fold(q) });
  if (cursor) {
    const [createdAt, id] = decodeCursor(cursor, 2);
    query.andWhere('(household.createdAt, household.id) > (:createdAt, :id)', { createdAt, id });
  }
  return inReviewScope(query, actor).getMany();
}

function byId(tx: Tx, id: string): SelectQueryBuilder<HouseholdEntity> {
  return tx.createQueryBuilder(HouseholdEntity, 'household').where('household.id = :id', { id });
}

function found(household: HouseholdEntity | null): HouseholdEntity {
  if (!household) throw platformProblem('not-found');
  return household;
}
