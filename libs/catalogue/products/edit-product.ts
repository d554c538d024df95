import { Injectable } from '@nestjs/common';
import { Database, Trail, type Actor } from '@choxa/platform';
import { requireSet } from './require-set.js';
import { ProductChanges } from './product-changes.js';
import { changedProduct, type ProductFactsInput } from './product-facts.js';
import { lockOwnProduct } from './product-lock.js';
import { ProductEntity } from './product.entity.js';

/** A household changes what its product says. Its address on the web stays. */
@Injectable()
export class EditProduct {
  constructor(
    private readonly db: Database,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /**
   * `seen`: the revision the change was made on, or null. Throws `not-found`, `request.outdated`, `product.set-unknown`, and `product.not-ready`
   * where a product on sale would lack something.
   */
  async run(actor: Actor, productId: string, input: ProductFactsInput, seen: number | null = null): Promise<void> {
    if (input.setCode) requireSet(input.setCode);
    await this.db.transaction(async (tx) => {
      const product = changedProduct(await lockOwnProduct(tx, actor, productId, seen), input);
      await tx.update(ProductEntity, { id: productId }, product);
      await this.trail.record(tx, actor, {
        action: 'product.edited',
        subjectKind: 'product',
        subjectId: productId,
        details: { fields: Object.keys(input) },
      });
      await this.changes.settle(tx, product);
    });
  }
}
