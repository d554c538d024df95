import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database, type Actor } from '@choxa/platform';
import { inOrder } from '../products/in-order.js';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProduct } from '../products/product-lock.js';
import { PackEntity } from './pack.entity.js';

/** A household says in which order its packs are shown; the first is the one a list and a page begin with. */
@Injectable()
export class OrderPacks {
  constructor(
    private readonly db: Database,
    private readonly changes: ProductChanges,
  ) {}

  /** `packIds`: all packs that are sold. Throws `not-found`, `request.conflict` when they are not. */
  async run(actor: Actor, productId: string, packIds: readonly string[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      const packs = await tx.findBy(PackEntity, { productId, retiredAt: IsNull() });
      for (const [id, position] of inOrder(packIds, packs)) await tx.update(PackEntity, { id }, { position });
      await this.changes.settle(tx, product);
    });
  }
}
