import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requireOwnHousehold } from '@choxa/households';
import { Database, Trail, type Actor } from '@choxa/platform';
import type { NetContentUnit } from '../packs/net-content.rules.js';
import { changedPack, NO_PACK_FACTS, type PackFactsInput } from '../packs/pack-facts.js';
import { OpeningStock } from '../packs/stock-keeper.js';
import { NewDrafts } from './new-drafts.js';
import { ProductChanges } from './product-changes.js';
import { changedFacts, NO_FACTS, type ProductFactsInput } from './product-facts.js';
import type { ProductEntity } from './product.entity.js';
import { requireSet } from './require-set.js';

export interface CreateProductInput extends ProductFactsInput {
  /** The actor's only household unless told. */
  householdId?: string | null;
  name: string;
  setCode: string;
  pack: PackFactsInput & { netContentValue: number; netContentUnit: NetContentUnit; priceVnd: number; stock?: number | null };
}

/** A household lists a product with its first pack, as a draft. */
@Injectable()
export class CreateProduct {
  constructor(
    private readonly db: Database,
    private readonly drafts: NewDrafts,
    private readonly openingStock: OpeningStock,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /** Throws `product.set-unknown`, `pack.net-content`, `not-found` for another's household, `household.choose`. */
  async run(actor: Actor, input: CreateProductInput): Promise<{ product: ProductEntity; packId: string }> {
    const householdId = requireOwnHousehold(actor, input.householdId);
    requireSet(input.setCode);
    const pack = { ...changedPack(NO_PACK_FACTS, input.pack, '/pack'), id: randomUUID() };
    return this.db.transaction(async (tx) => {
      const draft = { ...changedFacts(NO_FACTS, input), id: randomUUID(), householdId, packs: [pack] };
      const product = (await this.drafts.insert(tx, draft))!;
      await this.trail.record(tx, actor, {
        action: 'product.created',
        subjectKind: 'product',
        subjectId: product.id,
        details: { householdId, priceVnd: pack.priceVnd },
      });
      await this.changes.settle(tx, product);
      await this.openingStock.open(tx, [{ packId: pack.id, onHand: input.pack.stock ?? 0 }]);
      return { product, packId: pack.id };
    });
  }
}
