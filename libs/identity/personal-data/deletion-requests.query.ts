import { decodeCursor, DEFAULT_LIMIT, sql, type Actor, type Tx } from '@choxa/platform';
import { DeletionRequestEntity } from './deletion-request.entity.js';
import type { DeletionState } from './deletion.rules.js';

/** The newest request of an account, or null. */
export async function ownDeletionRequest(tx: Tx, accountId: string): Promise<DeletionRequestEntity | null> {
  return tx.findOne(DeletionRequestEntity, { where: { accountId }, order: { requestedAt: 'DESC', id: 'DESC' } });
}

export type WatchedRequest = Pick<
  DeletionRequestEntity,
  'id' | 'state' | 'requestedAt' | 'answerDueOn' | 'answeredAt' | 'dueOn' | 'closedAt'
> & { obstacleKinds: string[] };

/**
 * All requests by their last day, open ones first, for those who answer for the nation; nobody's name, number or order is in it.
 * One more than `limit`.
 */
export async function deletionRequests(
  tx: Tx,
  actor: Actor,
  { state, limit = DEFAULT_LIMIT, cursor }: { state?: DeletionState; limit?: number; cursor?: string },
): Promise<WatchedRequest[]> {
  const [closed, dueOn, id] = cursor ? decodeCursor(cursor, 3) : [null, null, null];
  return sql<WatchedRequest>(
    tx,
    `select id, state, requested_at as "requestedAt", answer_due_on::text as "answerDueOn", answered_at as "answeredAt", due_on::text as "dueOn",
            closed_at as "closedAt",
            array(select distinct one ->> 'kind' from jsonb_array_elements(obstacles) as one order by 1) as "obstacleKinds"
       from identity.deletion_request
      where $6 and ($1::text is null or state = $1) and ($2::int is null or ((closed_at is not null)::int, due_on, id) > ($2, $3::date, $4::uuid))
      order by (closed_at is not null)::int, due_on, id limit $5`,
    [state ?? null, closed, dueOn, id, limit + 1, actor.scope('nation', 'official', 'admin').includes('VN')],
  );
}
