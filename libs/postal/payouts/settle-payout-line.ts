import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { codFacts, refusalOf } from '../cod/cod-facts.query.js';
import { PayOut } from '../cod/pay-out.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels } from '../scans/parcels-to-move.js';
import { lockedBatch, parcelsOfLines, releaseParcels, type LockedBatch } from './locked-batch.js';
import type { SettlePayoutLineDto } from './payout-batch.dto.js';
import type { LineState } from './payout-line.entity.js';
import { lineReference } from './payout-lines.rules.js';

interface Line {
  id: string;
  place: number;
  state: LineState;
}

/** The bank has paid a line, so it is booked and its sender hears of it; or the money did not arrive, so its parcels are due again. */
@Injectable()
export class SettlePayoutLine {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly payOut: PayOut,
    private readonly trail: Trail,
  ) {}

  /**
   * The same outcome again changes nothing.
   * @throws Problem `payout.unknown`, `payout.not-confirmed`, `payout.settled`, `payout.reason-needed`
   */
  async run(actor: Actor, lineId: string, input: SettlePayoutLineDto): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [line] = await sql<{ batchId: string }>(tx, 'select batch_id as "batchId" from postal.payout_line where id = $1', [lineId]);
      if (!line) throw postalProblem('payout.unknown');
      await this.within(tx, actor, await lockedBatch(tx, actor, line.batchId), lineId, input);
    });
  }

  /** In a transaction that holds the batch. Answers whether anything changed. @throws as `run` */
  async within(tx: Tx, actor: Actor, batch: LockedBatch, lineId: string, { outcome, reason }: SettlePayoutLineDto): Promise<boolean> {
    if (batch.state !== 'confirmed') throw postalProblem('payout.not-confirmed');
    const [line] = await sql<Line>(tx, 'select id, place, state from postal.payout_line where id = $1 for update', [lineId]);
    if (line!.state === outcome) return false;
    if (line!.state !== 'waiting') throw postalProblem('payout.settled');
    if (outcome === 'paid') await this.pay(tx, actor, batch, line!);
    else await this.giveBack(tx, actor, batch, line!, reason);
    await sql(tx, 'update postal.payout_line set state = $2, reason = $3, settled_at = $4, settled_by = $5 where id = $1', [
      lineId,
      outcome,
      outcome === 'failed' ? reason : null,
      this.clock.now(),
      actor.accountId,
    ]);
    return true;
  }

  private async pay(tx: Tx, actor: Actor, { reference, operatorId }: LockedBatch, { id, place }: Line): Promise<void> {
    const amounts = new Map(((await parcelsOfLines(tx, [id])).get(id) ?? []).map(({ number, ...sums }) => [number, sums]));
    const numbers = [...amounts.keys()];
    const parcels = await lockParcels(tx, numbers, 'operator', [operatorId]);
    const facts = await codFacts(tx, numbers);
    for (const { number, state } of parcels) {
      const refusal = refusalOf(state, facts.get(number), id);
      if (refusal) throw postalProblem(refusal);
    }
    await this.payOut.run(
      tx,
      actor,
      lineReference(reference, place),
      parcels.map((parcel) => ({ ...parcel, ...amounts.get(parcel.number)! })),
    );
  }

  private async giveBack(tx: Tx, actor: Actor, { reference }: LockedBatch, { id, place }: Line, reason: string | undefined): Promise<void> {
    if (!reason?.trim()) throw postalProblem('payout.reason-needed');
    await releaseParcels(tx, [id]);
    const details = { reference: lineReference(reference, place), reason };
    await this.trail.record(tx, actor, { action: 'payout.failed', subjectKind: 'payout-line', subjectId: id, details });
  }
}
