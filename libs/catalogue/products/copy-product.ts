import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database, Trail, type Actor, type Tx } from '@choxa/platform';
import { CopyImages } from '../images/copy-images.js';
import { packFactsOf } from '../packs/pack-facts.js';
import { PackEntity } from '../packs/pack.entity.js';
import { OpeningStock } from '../packs/stock-keeper.js';
import { NewDrafts, type NewDraft } from './new-drafts.js';
import { ProductChanges } from './product-changes.js';
import { factsOf } from './product-facts.js';
import { lockOwnProduct } from './product-lock.js';
import type { ProductEntity } from './product.entity.js';

export interface CopyProductInput {
  /** The copy's id, made on the phone: asking twice makes one copy. */
  id?: string | null;
  /** How many of the copy's first pack there are; none unless told, since nobody has counted them. */
  stock?: number | null;
}

/**
 * A household begins a new draft from a product it has: usually the same goods in another size or of another harvest. Texts, pictures and packs
 * on sale are taken over; what belongs to the old goods alone (barcode, lots, recognitions, stock, sales) is not.
 */
@Injectable()
export class CopyProduct {
  constructor(
    private readonly db: Database,
    private readonly drafts: NewDrafts,
    private readonly images: CopyImages,
    private readonly openingStock: OpeningStock,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /** The copy's id. Throws `not-found`, also where the asked id is another household's. */
  async run(actor: Actor, productId: string, { id, stock }: CopyProductInput = {}): Promise<string> {
    return this.db.transaction(async (tx) => {
      const source = await lockOwnProduct(tx, actor, productId);
      const draft = await this.draftOf(tx, source, id ?? randomUUID());
      const copy = await this.drafts.insert(tx, draft);
      if (!copy) return (await lockOwnProduct(tx, actor, draft.id)).id;
      await this.images.run(tx, source.id, copy.id);
      const details = { copyOf: source.id };
      await this.trail.record(tx, actor, { action: 'product.created', subjectKind: 'product', subjectId: copy.id, details });
      await this.changes.settle(tx, copy);
      await this.openingStock.open(
        tx,
        draft.packs.map((pack, index) => ({ packId: pack.id, onHand: index === 0 ? (stock ?? 0) : 0 })),
      );
      return copy.id;
    });
  }

  private async draftOf(tx: Tx, source: ProductEntity, id: string): Promise<NewDraft> {
    const packs = await tx.find(PackEntity, {
      where: { productId: source.id, retiredAt: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
    return {
      ...factsOf(source),
      id,
      householdId: source.householdId,
      packs: packs.map((pack) => ({ ...packFactsOf(pack), id: randomUUID() })),
    };
  }
}
