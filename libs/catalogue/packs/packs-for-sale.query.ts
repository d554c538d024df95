import { Injectable } from '@nestjs/common';
import { Clock, sql, steadyArray, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { closedUntilSql } from '../listing/closure.sql.js';
import { IMAGE_SIZES, imageUrl } from '../images/image-url.js';

/** Why a pack is not on sale. */
export type OffSale = 'recalled' | 'taken_down' | 'paused';

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
  /** Room one takes when packed, cm³; null where nobody measured. */
  volumeCm3: number | null;
  /** False while it cannot be bought; `offSale` says why. */
  published: boolean;
  /** Null while it is on sale. `paused`: by its household, or with it. */
  offSale: OffSale | null;
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
  select pack_id as "packId", listing.product_id as "productId", slug, name as "productName", set_code as "setCode",
         household_id as "householdId", household_name as "householdName", household_slug as "householdSlug", listing.price_vnd as "priceVnd",
         net_content as "netContent", listing.weight_grams as "weightGrams", published, ${closedUntilSql('seller', '$2')} as "closedUntil",
         image_key as "imageKey", brand_name as "brandName",
         ceil(length_mm::float8 * width_mm * height_mm / 1000) as "volumeCm3",
         case when published then null
              when exists (select from catalogue.sale_stop where pack_id = listing.pack_id and cause = 'recall') then 'recalled'
              when exists (select from catalogue.product where id = listing.product_id and taken_down_at is not null) then 'taken_down'
              else 'paused' end as "offSale"
    from catalogue.listing left join catalogue.pack on pack.id = pack_id
   where pack_id = any(${steadyArray('$1', 'uuid')}) and listing.price_vnd is not null`;
