import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { clerkPlaces } from './call-tasks.query.js';
import type { CallOutcome } from './escalation.rules.js';

/** A clerk called a household that had not answered, and notes what came of it. The order itself does not move by it. */
@Injectable()
export class NoteCall {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws not-found when there is no task, it is answered by now, or it is another place's */
  async run(actor: Actor, id: string, outcome: CallOutcome, note: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [noted] = await sql(
        tx,
        `update orders.call_task task set outcome = $2, note = $3, called_at = $4 from orders.seller_order part
          where task.seller_order_id = $1 and part.id = $1 and part.state = 'placed'
            and (part.commune_code = any($5::text[]) or part.province_code = any($6::text[])) returning 1 as one`,
        [id, outcome, note, this.clock.now(), ...clerkPlaces(actor)],
      );
      if (!noted) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'call-task.called', subjectKind: 'seller-order', subjectId: id, details: { outcome } });
    });
  }
}
