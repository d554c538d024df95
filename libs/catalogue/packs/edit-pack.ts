import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, type Actor } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { problem } from '../catalogue.problems.js';
import { Listings } from '../listing/listings.js';
import { lockOwnProductOf } from '../products/product-lock.js';
import { ProductEntity } from '../products/product.entity.js';
import { PublishCheck } from '../products/publish-check.js';
import type { NetContentUnit } from './net-content.rules.js';
import { requireNetContent } from './require-net-content.js';
import { PackEntity } from './pack.entity.js';

export interface EditPackInput {
  priceVnd?: number;
  netContentValue?: number;
  netContentUnit?: NetContentUnit;
  weightGrams?: number;
}

/** A household changes a pack's price, content or weight. Orders placed before keep what they were placed at. */
@Injectable()
export class EditPack {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly listings: Listings,
    private readonly check: PublishCheck,
    private readonly events: Events,
  ) {}

  /** The product's id. Throws `not-found`; `pack.net-content` when a pack without net content gets only its value or its unit. */
  async run(actor: Actor, packId: string, input: EditPackInput): Promise<string> {
    if (input.netContentValue != null) requireNetContent(input.netContentValue, '/netContentValue');
    return this.db.transaction(async (tx) => {
      const product = await lockOwnProductOf(tx, actor, 'pack', packId);
      const pack = await tx.findOneByOrFail(PackEntity, { id: packId });
      const netContentValue = input.netContentValue == null ? pack.netContentValue : String(input.netContentValue);
      const netContentUnit = input.netContentUnit ?? pack.netContentUnit;
      if ((netContentValue === null) !== (netContentUnit === null)) {
        const pointer = netContentValue === null ? '/netContentValue' : '/netContentUnit';
        throw problem('pack.net-content', {
          errors: [{ pointer, code: 'pack.net-content', detail: 'Cần cả số và đơn vị / value and unit' }],
        });
      }
      const priceVnd = input.priceVnd ?? pack.priceVnd;
      const weightGrams = input.weightGrams ?? pack.weightGrams;
      await tx.update(PackEntity, { id: packId }, { netContentValue, netContentUnit, priceVnd, weightGrams });
      await tx.update(ProductEntity, { id: product.id }, { updatedAt: this.clock.now() });
      await this.check.staysReady(tx, product);
      await this.listings.refresh(tx, [product.id]);
      await this.events.publish(tx, ProductChanged, { productId: product.id });
      return product.id;
    });
  }
}
