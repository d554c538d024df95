import { Injectable } from '@nestjs/common';
import { OwnPacks } from '@choxa/catalogue';
import { Database, Trail, type Actor } from '@choxa/platform';
import { Stock } from './stock.js';

/** A household says how many of its pack are there; `expected`: how many it was shown, or null. Throws `not-found`, `stock.changed`. */
@Injectable()
export class SetStock {
  constructor(
    private readonly db: Database,
    private readonly ownPacks: OwnPacks,
    private readonly stock: Stock,
    private readonly trail: Trail,
  ) {}

  async run(actor: Actor, packId: string, onHand: number, expected: number | null = null): Promise<{ packId: string; onHand: number }> {
    return this.db.transaction(async (tx) => {
      await this.ownPacks.require(tx, actor, packId);
      await this.stock.set(tx, packId, onHand, expected);
      await this.trail.record(tx, actor, { action: 'stock.set', subjectKind: 'pack', subjectId: packId, details: { onHand } });
      return { packId, onHand };
    });
  }
}
