import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@choxa/platform';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProductOf } from '../products/product-lock.js';
import { PackEdits } from './pack-edits.js';
import type { PackFactsInput } from './pack-facts.js';
import { PackEntity } from './pack.entity.js';

/** A household changes a pack's price, content, weight or size. Orders placed before keep what they were placed at. */
@Injectable()
export class EditPack {
  constructor(
    private readonly db: Database,
    private readonly edits: PackEdits,
    private readonly changes: ProductChanges,
  ) {}

  /**
   * The product's id. `seen`: the product's revision the change was made on, or null. Throws `not-found`, `request.outdated`; `pack.net-content`
   * when a pack without net content gets only its value or its unit.
   */
  async run(actor: Actor, packId: string, input: PackFactsInput, seen: number | null = null): Promise<string> {
    return this.db.transaction(async (tx) => {
      const product = await lockOwnProductOf(tx, actor, 'pack', packId, seen);
      const pack = await tx.findOneByOrFail(PackEntity, { id: packId });
      await this.edits.apply(tx, actor, pack, input);
      await this.changes.settle(tx, product);
      return product.id;
    });
  }
}
