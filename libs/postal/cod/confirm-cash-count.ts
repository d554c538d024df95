import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { handOverSides } from './hand-over.rules.js';
import { lockDrawers } from './cash-drawers.js';
import type { CountKind, CountState } from './cash-count.entity.js';
import { book } from './cod-journal.js';
import type { ConfirmCountDto } from './cash.dto.js';

interface Counted {
  id: string;
  officeId: string;
  holderId: string;
  holderName: string;
  kind: CountKind;
  countedVnd: number;
  state: CountState;
}

/**
 * A cashier, never the person who brought the cash, has counted it too: it lies in the office's drawer from now on. At the end of a shift what
 * differs from the books is a record of its own, with the reason that was given.
 */
@Injectable()
export class ConfirmCashCount {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * The same confirmation again changes nothing.
   * @throws Problem `cash.count-unknown`, `cash.count-closed`, `cash.second-person`, `cash.counts-differ`, `cash.more-than-held`,
   * `cash.reason-needed`
   */
  async run(actor: Actor, id: string, input: ConfirmCountDto): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [count] = await sql<Counted>(tx, COUNT, [id, staffOffices(actor, 'clerk')]);
      if (!count) throw postalProblem('cash.count-unknown');
      if (count.holderId === actor.accountId) throw postalProblem('cash.second-person');
      if (count.countedVnd !== input.countedVnd) throw postalProblem('cash.counts-differ');
      if (count.state === 'confirmed') return;
      if (count.state !== 'counted') throw postalProblem('cash.count-closed');
      await this.confirm(tx, actor, count, input.reason?.trim() ?? '');
    });
  }

  private async confirm(tx: Tx, actor: Actor, count: Counted, reason: string): Promise<void> {
    const { id, officeId, holderId, countedVnd, kind } = count;
    const { heldVnd } = await lockDrawers(tx, officeId, { id: holderId, name: count.holderName });
    const differenceVnd = kind === 'shift' ? countedVnd - heldVnd : 0;
    if (kind === 'part' && countedVnd > heldVnd) throw postalProblem('cash.more-than-held');
    if (differenceVnd && !reason) throw postalProblem('cash.reason-needed');
    const now = this.clock.now();
    await sql(
      tx,
      `update postal.cash_count set state = 'confirmed', held_vnd = $2, closed_at = $3, closed_by = $4, closed_by_name = $5 where id = $1`,
      [id, heldVnd, now, actor.accountId, actor.name],
    );
    if (differenceVnd)
      await sql(
        tx,
        `insert into postal.cash_difference (count_id, office_id, holder_id, amount_vnd, reason, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, officeId, holderId, differenceVnd, reason, now, actor.accountId],
      );
    const sides = handOverSides({ officeId, holderId, countedVnd, differenceVnd });
    await book(tx, { parcelNumber: null, step: 'handed_over', at: now, sides });
    const details = { officeId, holderId, kind, heldVnd, countedVnd, differenceVnd };
    await this.trail.record(tx, actor, { action: 'cash.handed-over', subjectKind: 'cash-count', subjectId: id, details });
  }
}

const COUNT = `
  select id, office_id as "officeId", holder_id as "holderId", holder_name as "holderName", kind, counted_vnd as "countedVnd", state
    from postal.cash_count where id = $1 and office_id = any($2::uuid[]) for update`;
