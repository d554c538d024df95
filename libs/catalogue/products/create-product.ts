import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { findProductSet, OCOP_SCHEME } from '@choxa/standards';
import { requireOwnHousehold } from '@choxa/households';
import { Clock, Database, Events, type Actor } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { problem } from '../catalogue.problems.js';
import { Listings } from '../listing/listings.js';
import { estimatedWeightGrams, type NetContentUnit } from '../packs/net-content.rules.js';
import { PackEntity } from '../packs/pack.entity.js';
import { requireNetContent } from '../packs/require-net-content.js';
import { OpeningStock } from '../packs/stock-keeper.js';
import { insertProduct } from './insert-product.js';
import type { BrandOwner, ProductEntity } from './product.entity.js';

export interface CreateProductInput {
  /** The actor's only household unless told. */
  householdId?: string | null;
  name: string;
  setCode: string;
  description?: string | null;
  brandName?: string | null;
  /** The seller's own brand unless told. */
  brandOwner?: BrandOwner | null;
  brandLicence?: string | null;
  standards?: string | null;
  shelfLifeDays?: number | null;
  licenceNumber?: string | null;
  pack: {
    netContentValue: number;
    netContentUnit: NetContentUnit;
    priceVnd: number;
    /** Estimated from the net content unless told. */
    weightGrams?: number | null;
    stock?: number | null;
  };
}

/** A household lists a product with its first pack, as a draft. */
@Injectable()
export class CreateProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly listings: Listings,
    private readonly openingStock: OpeningStock,
    private readonly events: Events,
  ) {}

  /** Throws `product.set-unknown`, `not-found` for another's household, `household.choose`. */
  async run(actor: Actor, input: CreateProductInput): Promise<{ product: ProductEntity; packId: string }> {
    const householdId = requireOwnHousehold(actor, input.householdId);
    requireSet(input.setCode);
    requireNetContent(input.pack.netContentValue, '/pack/netContentValue');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const product = await insertProduct(tx, {
        id: randomUUID(),
        householdId,
        name: input.name,
        importKey: null,
        setScheme: OCOP_SCHEME,
        setCode: input.setCode,
        description: input.description ?? '',
        brandName: input.brandName || null,
        brandOwner: input.brandName ? (input.brandOwner ?? 'seller') : null,
        brandLicence: input.brandLicence || null,
        standards: input.standards || null,
        shelfLifeDays: input.shelfLifeDays ?? null,
        licenceNumber: input.licenceNumber || null,
        state: 'draft',
        publishedAt: null,
        createdAt: now,
        updatedAt: now,
      });
      const { netContentValue, netContentUnit, priceVnd, weightGrams, stock } = input.pack;
      const packId = randomUUID();
      await tx.insert(PackEntity, {
        id: packId,
        productId: product.id,
        position: 0,
        netContentValue: String(netContentValue),
        netContentUnit,
        priceVnd,
        weightGrams: weightGrams ?? estimatedWeightGrams(netContentValue, netContentUnit),
        createdAt: now,
      });
      await this.listings.refresh(tx, [product.id]);
      const onHand = stock ?? 0;
      await this.openingStock.open(tx, { packId, onHand });
      await this.listings.setOnHand(tx, [{ packId, onHand }]);
      await this.events.publish(tx, ProductChanged, { productId: product.id });
      return { product, packId };
    });
  }
}

/** Throws `product.set-unknown`. */
export function requireSet(setCode: string): void {
  if (findProductSet(setCode)) return;
  throw problem('product.set-unknown', {
    errors: [{ pointer: '/setCode', code: 'product.set-unknown', detail: 'Không có nhóm này / unknown set' }],
  });
}
