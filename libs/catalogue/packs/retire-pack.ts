import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProductOf } from '../products/product-lock.js';
import { PackEntity } from './pack.entity.js';

/**
 * A household stops selling a pack, or sells it again. The pack is never deleted: its orders, barcode, lots and printed labels go on meaning
 * what they meant. Doing again what is done changes nothing.
 */
@Injectable()
export class RetirePack {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /** The product's id. Throws `not-found`; `pack.last` for the only pack left; `product.not-ready` where the others lack something. */
  async run(actor: Actor, packId: string, retired: boolean): Promise<string> {
    return this.db.transaction(async (tx) => {
      const product = await lockOwnProductOf(tx, actor, 'pack', packId);
      const pack = await tx.findOneByOrFail(PackEntity, { id: packId });
      if ((pack.retiredAt !== null) === retired) return product.id;
      const sold = await tx.countBy(PackEntity, { productId: product.id, retiredAt: IsNull() });
      if (retired && sold === 1) throw problem('pack.last');
      await tx.update(PackEntity, { id: packId }, { retiredAt: retired ? this.clock.now() : null });
      const action = retired ? 'pack.retired' : 'pack.sold-again';
      await this.trail.record(tx, actor, { action, subjectKind: 'pack', subjectId: packId });
      await this.changes.settle(tx, product);
      return product.id;
    });
  }
}
