import { Injectable } from '@nestjs/common';
import { Clock, sql, steadyArray, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { closedUntilSql } from '../listing/closure.sql.js';
import { IMAGE_SIZES, imageUrl } from '../images/image-url.js';

/** A pack as the cart and the order see it. */
export interface PackForSale {
  packId: string;
  productId: string;
  slug: string;
  productName: string;
  setCode: string;
  householdId: string;
  householdName: string;
  householdSlug: string;
  priceVnd: number;
  /** `500 g`. */
  netContent: string;
  weightGrams: number;
  /** False while paused: it cannot be bought. */
  published: boolean;
  /** Last day of the closure its household is in, `YYYY-MM-DD`; it can be bought only when null. */
  closedUntil: string | null;
  imageThumbUrl: string | null;
  brandName: string | null;
}

/** Packs that have a price, read from their listing. */
@Injectable()
export class PacksForSale {
  constructor(private readonly clock: Clock) {}

  /** Those of `packIds` that exist and have a price, by id; look at `published` and `closedUntil`. */
  async byIds(tx: Tx, packIds: readonly string[]): Promise<Map<string, PackForSale>> {
    const rows = await sql<Omit<PackForSale, 'imageThumbUrl'> & { imageKey: string | null }>(tx, PACKS, [
      [...packIds],
      localDay(this.clock.now()),
    ]);
    return new Map(
      rows.map(({ imageKey, ...pack }) => [pack.packId, { ...pack, imageThumbUrl: imageKey && imageUrl(imageKey, IMAGE_SIZES.thumb) }]),
    );
  }
}

const PACKS = `
  select pack_id as "packId", product_id as "productId", slug, name as "productName", set_code as "setCode", household_id as "householdId",
         household_name as "householdName", household_slug as "householdSlug", price_vnd as "priceVnd", net_content as "netContent",
         weight_grams as "weightGrams", published, ${closedUntilSql('seller', '$2')} as "closedUntil", image_key as "imageKey", brand_name as "brandName"
    from catalogue.listing where pack_id = any(${steadyArray('$1', 'uuid')}) and price_vnd is not null`;
