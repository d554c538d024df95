import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductChanges } from '../products/product-changes.js';
import { lockOwnProduct } from '../products/product-lock.js';
import type { NetContentUnit } from './net-content.rules.js';
import { NewPacks } from './new-packs.js';
import { changedPack, NO_PACK_FACTS, type PackFactsInput } from './pack-facts.js';
import { PackEntity } from './pack.entity.js';
import { OpeningStock } from './stock-keeper.js';

const MOST_PACKS = 20;

export interface AddPackInput extends PackFactsInput {
  /** Made by the client, so that adding it twice makes one. */
  id?: string | null;
  netContentValue: number;
  netContentUnit: NetContentUnit;
  priceVnd: number;
  /** None unless told. */
  stock?: number | null;
}

/** A household sells its product in one more pack. Adding the same id again changes nothing. */
@Injectable()
export class AddPack {
  constructor(
    private readonly db: Database,
    private readonly packs: NewPacks,
    private readonly openingStock: OpeningStock,
    private readonly changes: ProductChanges,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `pack.net-content`, `pack.too-many`, `request.conflict` where the id is another product's. */
  async run(actor: Actor, productId: string, input: AddPackInput): Promise<void> {
    const facts = changedPack(NO_PACK_FACTS, input);
    const id = input.id ?? randomUUID();
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      const known = await tx.find(PackEntity, { where: { productId }, order: { position: 'ASC' } });
      if (known.some((pack) => pack.id === id)) return;
      if (known.filter((pack) => !pack.retiredAt).length >= MOST_PACKS) throw problem('pack.too-many');
      await this.packs.insert(tx, { ...facts, id, productId, position: (known.at(-1)?.position ?? -1) + 1 });
      const details = { productId, priceVnd: input.priceVnd };
      await this.trail.record(tx, actor, { action: 'pack.added', subjectKind: 'pack', subjectId: id, details });
      await this.changes.settle(tx, product);
      await this.openingStock.open(tx, [{ packId: id, onHand: input.stock ?? 0 }]);
    });
  }
}
