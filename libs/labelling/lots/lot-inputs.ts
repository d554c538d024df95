import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { labellingProblem } from '../labelling.problems.js';
import { LotInputEntity } from './lot-input.entity.js';
import type { LotEntity } from './lot.entity.js';

const MOST_INPUTS = 50;

/** What lots are made from, written inside the transaction of whoever says so. */
@Injectable()
export class LotInputs {
  constructor(
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * `from` went into `lot`, which is the actor's own. Saying it again changes nothing. Throws `lot.input-later` (it was made after the lot),
   * `lot.input-circle`, `lot.input-many`.
   */
  async declare(tx: Tx, actor: Actor, lot: LotEntity, from: LotEntity, quantity: number | null): Promise<void> {
    if (from.producedOn > lot.producedOn) throw refusedInput('lot.input-later');
    // Two inputs declared at once could close a circle that neither sees alone, so they come one after the other.
    await sql(tx, `select pg_advisory_xact_lock(hashtextextended('labelling.lot-inputs', 0))`);
    if (await isMadeFrom(tx, from.id, lot.id)) throw refusedInput('lot.input-circle');
    const named = await tx.findBy(LotInputEntity, { lotId: lot.id });
    const running = named.filter(({ withdrawnAt }) => withdrawnAt === null);
    if (running.some(({ inputLotId }) => inputLotId === from.id)) return;
    if (running.length >= MOST_INPUTS) throw refusedInput('lot.input-many');
    await tx.insert(LotInputEntity, {
      id: randomUUID(),
      lotId: lot.id,
      inputLotId: from.id,
      quantity,
      declaredAt: this.clock.now(),
      declaredBy: actor.accountId,
      withdrawnAt: null,
      withdrawnBy: null,
    });
    await this.trail.record(tx, actor, {
      action: 'lot.input-declared',
      subjectKind: 'lot',
      subjectId: lot.id,
      details: { householdId: lot.householdId, inputLotId: from.id },
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

/** Why an input cannot be. */
export function refusedInput(code: 'lot.input-unknown' | 'lot.input-later' | 'lot.input-circle' | 'lot.input-many') {
  return labellingProblem(code, { errors: [{ pointer: '/traceCode', code, detail: 'traceCode' }] });
}
