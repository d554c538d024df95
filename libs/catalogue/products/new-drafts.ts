import { Injectable } from '@nestjs/common';
import { OCOP_SCHEME } from '@choxa/standards';
import { Clock, type Tx } from '@choxa/platform';
import type { PackFacts } from '../packs/pack-facts.js';
import { NewPacks } from '../packs/new-packs.js';
import { insertProduct } from './insert-product.js';
import type { ProductFacts } from './product-facts.js';
import type { ProductEntity } from './product.entity.js';

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
  async insert(tx: Tx, { id, householdId, packs, ...facts }: NewDraft): Promise<ProductEntity | null> {
    const now = this.clock.now();
    const product = await insertProduct(tx, {
      ...facts,
      id,
      householdId,
      importKey: null,
      setScheme: OCOP_SCHEME,
      state: 'draft',
      revision: 0,
      publishedAt: null,
      createdAt: now,
      updatedAt: now,
    });
    if (!product) return null;
    for (const [position, pack] of packs.entries()) await this.packs.insert(tx, { ...pack, productId: id, position });
    return product;
  }
}
