import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, type Actor, type Tx } from '@choxa/platform';
import { HouseholdEntity } from './household.entity.js';
import { reviewScope, type HouseholdState } from './household.rules.js';

/** Leaves only the households of the actor's places in the query. */
export function inReviewScope(query: SelectQueryBuilder<HouseholdEntity>, actor: Actor): SelectQueryBuilder<HouseholdEntity> {
  const { nation, provinceCodes, communeCodes } = reviewScope(actor);
  if (nation) return query;
  return query.andWhere(
    new Brackets((place) =>
      place
        .where('household.provinceCode = any(:provinceCodes)', { provinceCodes })
        .orWhere('household.communeCode = any(:communeCodes)', { communeCodes }),
    ),
  );
}

/** Households of the actor's places in one state, longest waiting first; one more than `limit`, to know whether a page follows. */
export async function householdsToReview(
  tx: Tx,
  actor: Actor,
  { state, limit = DEFAULT_LIMIT, cursor }: { state: HouseholdState; limit?: number; cursor?: string },
): Promise<HouseholdEntity[]> {
  const query = tx
    .createQueryBuilder(HouseholdEntity, 'household')
    .where('household.state = :state', { state })
    .orderBy('household.createdAt')
    .addOrderBy('household.id')
    .limit(limit + 1);
  if (cursor) {
    const [createdAt, id] = decodeCursor(cursor, 2);
    query.andWhere('(household.createdAt, household.id) > (:createdAt, :id)', { createdAt, id });
  }
  return inReviewScope(query, actor).getMany();
}
