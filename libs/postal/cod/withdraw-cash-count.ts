import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { CountState } from './cash-count.entity.js';

/** Whoever counted wrongly takes the count back while nobody has confirmed it, and counts again. */
@Injectable()
export class WithdrawCashCount {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The same again changes nothing. @throws Problem `cash.count-unknown`, also for another person's; `cash.count-closed` */
  async run(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [count] = await sql<{ state: CountState }>(
        tx,
        'select state from postal.cash_count where id = $1 and holder_id = $2 for update',
        [id, actor.accountId],
      );
      if (!count) throw postalProblem('cash.count-unknown');
      if (count.state === 'withdrawn') return;
      if (count.state !== 'counted') throw postalProblem('cash.count-closed');
      await sql(tx, `update postal.cash_count set state = 'withdrawn', closed_at = $2, closed_by = $3, closed_by_name = $4 where id = $1`, [
        id,
        this.clock.now(),
        actor.accountId,
        actor.name,
      ]);
      await this.trail.record(tx, actor, { action: 'cash.count-withdrawn', subjectKind: 'cash-count', subjectId: id });
    });
  }
}
