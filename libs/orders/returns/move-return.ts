import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { returnProblem } from './return.problems.js';
import { canReturnMove, type ReturnReason, type ReturnState } from './return.rules.js';

export interface LockedReturn {
  id: string;
  sellerOrderId: string;
  householdId: string;
  state: ReturnState;
  reason: ReturnReason | null;
}

/** The one place where a return's state changes. */
@Injectable()
export class MoveReturn {
  constructor(
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Locks the return and the seller order it belongs to, the seller order first; null when there is none in scope. */
  async lock(tx: Tx, id: string, households: readonly string[] | null): Promise<LockedReturn | null> {
    const [part] = await sql<{ id: string; householdId: string }>(
      tx,
      `select id, household_id as "householdId" from orders.seller_order
        where id = (select seller_order_id from orders.return_case where id = $1) and ($2::uuid[] is null or household_id = any($2)) for update`,
      [id, households],
    );
    if (!part) return null;
    const [one] = await sql<Pick<LockedReturn, 'state' | 'reason'>>(
      tx,
      'select state, reason from orders.return_case where id = $1 for update',
      [id],
    );
    return { id, sellerOrderId: part.id, householdId: part.householdId, ...one! };
  }

  /** @throws Problem `return.state` where the table does not allow it */
  async step(tx: Tx, actor: TrailActor, one: LockedReturn, to: ReturnState): Promise<void> {
    if (!canReturnMove(one.state, to)) throw returnProblem('return.state');
    await sql(tx, 'update orders.return_case set state = $2, changed_at = $3 where id = $1', [one.id, to, this.clock.now()]);
    const details = { householdId: one.householdId, sellerOrderId: one.sellerOrderId, from: one.state, to };
    await this.trail.record(tx, actor, { action: 'return.moved', subjectKind: 'return', subjectId: one.id, details });
    one.state = to;
  }
}
