import { Injectable } from '@nestjs/common';
import { Database, Trail, type Actor, type TrailFact } from '@choxa/platform';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProductOf } from '../products/product-lock.js';
import { changedPack, type PackFacts, type PackFactsInput } from './pack-facts.js';
import { PackEntity } from './pack.entity.js';

/** A household changes a pack's price, content, weight or size. Orders placed before keep what they were placed at. */
@Injectable()
export class EditPack {
  constructor(
    private readonly db: Database,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /**
   * The product's id. `seen`: the product's revision the change was made on, or null. Throws `not-found`, `request.outdated`; `pack.net-content`
   * when a pack without net content gets only its value or its unit.
   */
  async run(actor: Actor, packId: string, input: PackFactsInput, seen: number | null = null): Promise<string> {
    return this.db.transaction(async (tx) => {
      const product = await lockOwnProductOf(tx, actor, 'pack', packId, seen);
      const pack = await tx.findOneByOrFail(PackEntity, { id: packId });
      const changed = changedPack(pack, input);
      await tx.update(PackEntity, { id: packId }, changed);
      await this.trail.record(tx, actor, changeOf(pack, changed));
      await this.changes.settle(tx, product);
      return product.id;
    });
  }
}

/** What the trail says: a price is money and is named as such. */
function changeOf({ id, priceVnd }: PackEntity, changed: PackFacts): TrailFact {
  const subject = { subjectKind: 'pack', subjectId: id };
  if (changed.priceVnd === priceVnd) return { action: 'pack.edited', ...subject, details: { ...changed } };
  return { action: 'pack.price-changed', ...subject, details: { fromVnd: priceVnd, toVnd: changed.priceVnd } };
}
