import { Injectable } from '@nestjs/common';
import { spellingKey } from '@choxa/standards';
import { Clock, Database, Events, type Actor } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from '../listing/listings.js';
import { requireSet } from './create-product.js';
import { lockOwnProduct } from './product-lock.js';
import { ProductEntity, type BrandOwner } from './product.entity.js';
import { PublishCheck } from './publish-check.js';

/** What a household may change. Absent: stays. Null or empty: cleared, where it may be. */
export interface EditProductInput {
  name?: string;
  setCode?: string;
  description?: string | null;
  brandName?: string | null;
  brandOwner?: BrandOwner | null;
  brandLicence?: string | null;
  standards?: string | null;
  shelfLifeDays?: number | null;
  licenceNumber?: string | null;
}

/** A household changes what its product says. Its address on the web stays. */
@Injectable()
export class EditProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly listings: Listings,
    private readonly check: PublishCheck,
    private readonly events: Events,
  ) {}

  /** Throws `not-found`, `product.set-unknown`, and `product.not-ready` where a product on sale would lack something. */
  async run(actor: Actor, productId: string, input: EditProductInput): Promise<void> {
    if (input.setCode !== undefined) requireSet(input.setCode);
    await this.db.transaction(async (tx) => {
      const product = await lockOwnProduct(tx, actor, productId);
      const changed = { ...product, ...changesOf(product, input), updatedAt: this.clock.now() };
      await tx.update(ProductEntity, { id: productId }, changed);
      await this.check.staysReady(tx, changed);
      await this.listings.refresh(tx, [productId]);
      await this.events.publish(tx, ProductChanged, { productId });
    });
  }
}

function changesOf(product: ProductEntity, input: EditProductInput): Partial<ProductEntity> {
  const { name, setCode, description, brandName, brandOwner, brandLicence, standards, shelfLifeDays, licenceNumber } = input;
  const brand = brandName === undefined ? product.brandName : brandName || null;
  return {
    ...(name ? { name, nameKey: spellingKey(name) } : {}),
    ...(setCode ? { setCode } : {}),
    ...(description === undefined ? {} : { description: description ?? '' }),
    brandName: brand,
    // A brand nobody said more about is the seller's own.
    brandOwner: brand ? (brandOwner ?? product.brandOwner ?? 'seller') : null,
    ...(brandLicence === undefined ? {} : { brandLicence: brandLicence || null }),
    ...(standards === undefined ? {} : { standards: standards || null }),
    ...(shelfLifeDays === undefined ? {} : { shelfLifeDays }),
    ...(licenceNumber === undefined ? {} : { licenceNumber: licenceNumber || null }),
  };
}
