import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { labellingProblem } from '../labelling.problems.js';
import { LotInputEntity } from './lot-input.entity.js';
import { LotEntity } from './lot.entity.js';
import { requireOwnLot } from './own-lots.js';
import { readTraceCode } from './trace-code.rules.js';

export interface AddLotInputInput {
  /** Of the lot that went in: the household's own, or one received from another. */
  traceCode: string;
  /** Packs of it. */
  quantity?: number | null;
}

const MOST_INPUTS = 50;

/** A household says from which lot its own was made. */
@Injectable()
export class AddLotInput {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Naming the same input again changes nothing. Throws `not-found` on a lot that is not the actor's; `lot.input-unknown`, `lot.input-later`
   * (it was made after the lot), `lot.input-circle`, `lot.input-many`.
   */
  async run(actor: Actor, lotId: string, input: AddLotInputInput): Promise<void> {
    await this.db.transaction(async (tx) => {
      const lot = await requireOwnLot(tx, actor, lotId);
      const traceCode = readTraceCode(input.traceCode);
      const from = traceCode ? await tx.findOneBy(LotEntity, { traceCode }) : null;
      if (!from) throw refused('lot.input-unknown');
      if (from.producedOn > lot.producedOn) throw refused('lot.input-later');
      // Two inputs declared at once could close a circle that neither sees alone, so they come one after the other.
      await sql(tx, `select pg_advisory_xact_lock(hashtextextended('labelling.lot-inputs', 0))`);
      if (await isMadeFrom(tx, from.id, lot.id)) throw refused('lot.input-circle');
      const named = await tx.findBy(LotInputEntity, { lotId });
      const running = named.filter(({ withdrawnAt }) => withdrawnAt === null);
      if (running.some(({ inputLotId }) => inputLotId === from.id)) return;
      if (running.length >= MOST_INPUTS) throw refused('lot.input-many');
      await tx.insert(LotInputEntity, {
        id: randomUUID(),
        lotId,
        inputLotId: from.id,
        quantity: input.quantity ?? null,
        declaredAt: this.clock.now(),
        declaredBy: actor.accountId,
        withdrawnAt: null,
        withdrawnBy: null,
      });
      await this.trail.record(tx, actor, {
        action: 'lot.input-declared',
        subjectKind: 'lot',
        subjectId: lotId,
        details: { householdId: lot.householdId, inputLotId: from.id },
      });
    });
  }
}

/** Whether `ancestorId` is the lot itself or went into it, over any number of steps. */
async function isMadeFrom(tx: Tx, lotId: string, ancestorId: string): Promise<boolean> {
  const [found] = await sql(
    tx,
    `with recursive made_from (id) as (
       select $1::uuid
       union select input_lot_id from labelling.lot_input join made_from on lot_id = made_from.id where withdrawn_at is null)
     select 1 as one from made_from where id = $2`,
    [lotId, ancestorId],
  );
  return found !== undefined;
}

function refused(code: 'lot.input-unknown' | 'lot.input-later' | 'lot.input-circle' | 'lot.input-many') {
  return labellingProblem(code, { errors: [{ pointer: '/traceCode', code, detail: 'traceCode' }] });
}
