import { Injectable } from '@nestjs/common';
import { OCOP_SCHEME, spellingKey } from '@choxa/standards';
import { Clock, type Tx } from '@choxa/platform';
import type { PackFacts } from '../packs/pack-facts.js';
import { NewPacks, type NewPack } from '../packs/new-packs.js';
import { insertProduct } from './insert-product.js';
import { draftSlug, type ProductFacts } from './product-facts.js';
import { ProductEntity } from './product.entity.js';

export interface NewDraft extends ProductFacts {
  /** Made by whoever begins the draft, so that beginning it twice makes one. */
  id: string;
  householdId: string;
  /** In their order; at least one. */
  packs: (PackFacts & { id: string })[];
}

/** Writes new drafts, not listed yet. */
@Injectable()
export class NewDrafts {
  constructor(
    private readonly clock: Clock,
    private readonly packs: NewPacks,
  ) {}

  /** The draft with its packs; null where its id is taken. Throws `request.conflict` where a pack's is. */
  async insert(tx: Tx, { packs, ...draft }: NewDraft): Promise<ProductEntity | null> {
    const product = await insertProduct(tx, this.productOf(draft));
    if (!product) return null;
    for (const [position, pack] of packs.entries()) await this.packs.insert(tx, { ...pack, productId: draft.id, position });
    return product;
  }

  /** Many drafts under new ids at once. Their addresses carry signs of the id, as those of drafts that are named later do. */
  async insertAll(tx: Tx, drafts: readonly NewDraft[]): Promise<void> {
    const packs: NewPack[] = [];
    const products = drafts.map(({ packs: own, ...draft }) => {
      packs.push(...own.map((pack, position) => ({ ...pack, productId: draft.id, position })));
      return { ...this.productOf(draft), slug: draftSlug(draft), nameKey: spellingKey(draft.name) };
    });
    await tx.insert(ProductEntity, products);
    await this.packs.insertAll(tx, packs);
  }

  private productOf({ id, householdId, ...facts }: Omit<NewDraft, 'packs'>) {
    const now = this.clock.now();
    return {
      ...facts,
      id,
      householdId,
      importKey: null,
      setScheme: OCOP_SCHEME,
      state: 'draft' as const,
      revision: 0,
      publishedAt: null,
      createdAt: now,
      updatedAt: now,
    };
  }
}
