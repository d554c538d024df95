import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { codFacts, refusalOf } from '../cod/cod-facts.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels } from '../scans/parcels-to-move.js';
import { lockedBatch, parcelsOfLines, releaseParcels, type LockedBatch } from './locked-batch.js';
import { SettlePayoutLine } from './settle-payout-line.js';

/** A draft is confirmed by a second person, and goes to the bank; or it is taken back, and its parcels are due as before. */
@Injectable()
export class ClosePayoutBatch {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly settleLine: SettlePayoutLine,
  ) {}

  /**
   * The same again changes nothing. A line of nothing, all of it postage, needs no bank and is paid at once.
   * @throws Problem `payout.unknown`, `payout.second-person`, `payout.closed`, `payout.changed`
   */
  async confirm(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const batch = await lockedBatch(tx, actor, id);
      if (batch.madeBy === actor.accountId) throw postalProblem('payout.second-person');
      if (batch.state === 'confirmed') return;
      if (batch.state !== 'draft') throw postalProblem('payout.closed');
      const lines = await linesOf(tx, id);
      await refuseChanged(tx, batch, lines);
      await this.close(tx, actor, batch, 'confirmed');
      for (const line of lines)
        if (line.paidVnd === 0) await this.settleLine.within(tx, actor, { ...batch, state: 'confirmed' }, line.id, { outcome: 'paid' });
    });
  }

  /** The same again changes nothing. @throws Problem `payout.unknown`, `payout.closed` */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const batch = await lockedBatch(tx, actor, id);
      if (batch.state === 'withdrawn') return;
      if (batch.state !== 'draft') throw postalProblem('payout.closed');
      const lines = await linesOf(tx, id);
      await releaseParcels(
        tx,
        lines.map((line) => line.id),
      );
      await this.close(tx, actor, batch, 'withdrawn');
    });
  }

  private async close(tx: Tx, actor: Actor, { id, reference }: LockedBatch, state: 'confirmed' | 'withdrawn'): Promise<void> {
    await sql(tx, 'update postal.payout_batch set state = $2, closed_by = $3, closed_by_name = $4, closed_at = $5 where id = $1', [
      id,
      state,
      actor.accountId,
      actor.name,
      this.clock.now(),
    ]);
    await this.trail.record(tx, actor, {
      action: `payout.${state}`,
      subjectKind: 'payout-batch',
      subjectId: id,
      details: { reference },
    });
  }
}

/** What the second person confirms must be what was put in: a delivery taken back meanwhile makes another batch necessary. */
async function refuseChanged(tx: Tx, { operatorId }: LockedBatch, lines: readonly { id: string }[]): Promise<void> {
  const byLine = await parcelsOfLines(
    tx,
    lines.map(({ id }) => id),
  );
  const lineOf = new Map([...byLine].flatMap(([lineId, parcels]) => parcels.map(({ number }) => [number, lineId] as const)));
  const numbers = [...lineOf.keys()];
  const parcels = await lockParcels(tx, numbers, 'operator', [operatorId]);
  const facts = await codFacts(tx, numbers);
  if (parcels.some(({ number, state }) => refusalOf(state, facts.get(number), lineOf.get(number)))) throw postalProblem('payout.changed');
}

function linesOf(tx: Tx, batchId: string): Promise<{ id: string; paidVnd: number }[]> {
  return sql(tx, 'select id, paid_vnd as "paidVnd" from postal.payout_line where batch_id = $1 order by place', [batchId]);
}
