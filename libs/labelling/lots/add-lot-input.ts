import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@choxa/platform';
import { LotInputs, refusedInput } from './lot-inputs.js';
import { LotEntity } from './lot.entity.js';
import { requireOwnLot } from './own-lots.js';
import { readTraceCode } from './trace-code.rules.js';

export interface AddLotInputInput {
  /** Of the lot that went in: the household's own, or one received from another. */
  traceCode: string;
  /** Packs of it. */
  quantity?: number | null;
}

/** A household says from which lot its own was made. */
@Injectable()
export class AddLotInput {
  constructor(
    private readonly db: Database,
    private readonly inputs: LotInputs,
  ) {}

  /** Throws `not-found` on a lot that is not the actor's, `lot.input-*` on what cannot be. */
  async run(actor: Actor, lotId: string, { traceCode: text, quantity }: AddLotInputInput): Promise<void> {
    await this.db.transaction(async (tx) => {
      const lot = await requireOwnLot(tx, actor, lotId);
      const traceCode = readTraceCode(text);
      const from = traceCode ? await tx.findOneBy(LotEntity, { traceCode }) : null;
      if (!from) throw refusedInput('lot.input-unknown');
      await this.inputs.declare(tx, actor, lot, from, quantity ?? null);
    });
  }
}
