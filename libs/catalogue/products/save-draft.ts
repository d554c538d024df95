import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { requireOwnHousehold } from '@choxa/households';
import { Database, platformProblem, Trail, type Actor, type Tx } from '@choxa/platform';
import { PackEdits } from '../packs/pack-edits.js';
import { NO_PACK_FACTS, type PackFactsInput } from '../packs/pack-facts.js';
import { PackEntity } from '../packs/pack.entity.js';
import { OpeningStock } from '../packs/stock-keeper.js';
import { NewDrafts } from './new-drafts.js';
import { ProductChanges } from './product-changes.js';
import { changedProduct, NO_FACTS, type ProductFactsInput } from './product-facts.js';
import { findOwnProduct, lockOwnProduct } from './product-lock.js';
import { ProductEntity } from './product.entity.js';
import { requireSet } from './require-set.js';

export interface SaveDraftInput extends ProductFactsInput {
  /** Whose new draft it is; the actor's only household unless told. */
  householdId?: string | null;
  /** Its first pack. */
  pack?: (PackFactsInput & { id?: string | null; stock?: number | null }) | null;
}

/**
 * A household saves what it has of a product, under an id made on its phone: a new draft, or the named fields of the one that is there. Saved
 * twice it is the same as saved once, so a phone may send its queue again without knowing what arrived.
 */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly db: Database,
    private readonly drafts: NewDrafts,
    private readonly edits: PackEdits,
    private readonly openingStock: OpeningStock,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /**
   * `seen`: the revision the change was made on, or null. The stock counts only until the product was first on sale: from then on the figure is
   * `orders`'. Throws `not-found` for another's product or household, `household.choose`, `request.outdated`, `request.conflict` where the id of
   * the pack is another's, `product.set-unknown`, `pack.net-content`, `product.not-ready`.
   */
  async run(actor: Actor, id: string, input: SaveDraftInput, seen: number | null = null): Promise<void> {
    if (input.setCode) requireSet(input.setCode);
    await this.db.transaction(async (tx) => {
      const before = await this.ensure(tx, actor, id, input);
      if (seen !== null && seen !== before.revision) throw platformProblem('request.outdated');
      const product = changedProduct(before, input);
      const pack = await tx.findOneOrFail(PackEntity, {
        where: { productId: id, retiredAt: IsNull() },
        order: { position: 'ASC', id: 'ASC' },
      });
      await tx.update(ProductEntity, { id }, product);
      await this.edits.apply(tx, actor, pack, input.pack ?? {}, '/pack');
      const details = { fields: Object.keys(input) };
      await this.trail.record(tx, actor, { action: 'product.draft-saved', subjectKind: 'product', subjectId: id, details });
      await this.changes.settle(tx, product);
      const onHand = product.publishedAt ? null : input.pack?.stock;
      if (onHand != null) await this.openingStock.open(tx, [{ packId: pack.id, onHand }]);
    });
  }

  /** The product of this id, locked; begun where there is none. */
  private async ensure(tx: Tx, actor: Actor, id: string, { householdId, name, pack }: SaveDraftInput): Promise<ProductEntity> {
    const known = await findOwnProduct(tx, actor, id);
    if (known) return known;
    const begun = await this.drafts.insert(tx, {
      ...NO_FACTS,
      name: name ?? '',
      id,
      householdId: requireOwnHousehold(actor, householdId),
      packs: [{ ...NO_PACK_FACTS, id: pack?.id ?? randomUUID() }],
    });
    // Taken: by another household, or a moment ago by the same request sent twice at once.
    return begun ?? lockOwnProduct(tx, actor, id);
  }
}
