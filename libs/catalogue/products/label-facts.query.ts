import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { sql, steadyArray, type Tx } from '@choxa/platform';
import { imageView, type ImageView } from '../images/image-url.js';
import type { BrandOwner, ProductState } from './product.entity.js';

/** What the label rule and the trace page need to know of a pack's product and its maker. */
export interface LabelFactsOfProduct {
  packId: string;
  productId: string;
  slug: string;
  /** A draft has no page yet. */
  state: ProductState;
  productName: string;
  setScheme: string;
  setCode: string;
  netContent: string;
  brandName: string | null;
  /** `licence` only where the number of its document is on file. */
  brandOwner: BrandOwner | null;
  standards: string | null;
  shelfLifeDays: number | null;
  image: ImageView | null;
  hasImage: boolean;
  householdId: string;
  householdName: string;
  householdSlug: string;
  producerName: string;
  /** Below the commune; for printed labels, never for a public page. */
  street: string | null;
  communeCode: string | null;
  communeName: string | null;
  provinceName: string | null;
}

interface Row extends Omit<
  LabelFactsOfProduct,
  'image' | 'hasImage' | 'householdName' | 'householdSlug' | 'producerName' | 'street' | 'communeCode' | 'communeName' | 'provinceName'
> {
  brandLicence: string | null;
  imageKey: string | null;
  imageWidth: number;
  imageHeight: number;
  imageAlt: string;
}

/** The catalogue's part of the facts a label is judged by. */
@Injectable()
export class LabelFactsOfProducts {
  constructor(private readonly households: Households) {}

  /** Of those of `packIds` that exist, by pack id. */
  async byPackIds(tx: Tx, packIds: readonly string[]): Promise<Map<string, LabelFactsOfProduct>> {
    const rows = await sql<Row>(tx, FACTS, [[...packIds]]);
    const households = await this.households.byIds(tx, [...new Set(rows.map((row) => row.householdId))]);
    return new Map(
      rows.map(({ brandLicence, imageKey, imageWidth, imageHeight, imageAlt, ...row }) => {
        const household = households.get(row.householdId);
        if (!household) throw new Error(`household ${row.householdId} of product ${row.productId} is unknown`);
        const { name, slug, producerName, street, communeCode, communeName, provinceName } = household;
        const facts: LabelFactsOfProduct = {
          ...row,
          brandOwner: row.brandOwner === 'licence' && !brandLicence ? null : row.brandOwner,
          image: imageKey ? imageView({ key: imageKey, width: imageWidth, height: imageHeight, alt: imageAlt }, row.productName) : null,
          hasImage: imageKey !== null,
          householdName: name,
          householdSlug: slug,
          producerName,
          street,
          communeCode,
          communeName,
          provinceName,
        };
        return [row.packId, facts];
      }),
    );
  }

  /** Ids of a product's packs, in order; none for an unknown product. */
  async packIdsOf(tx: Tx, productId: string): Promise<string[]> {
    const packs = await sql<{ id: string }>(tx, 'select id from catalogue.pack where product_id = $1 order by position, id', [productId]);
    return packs.map((pack) => pack.id);
  }
}

const FACTS = `
  select pack.id as "packId", product.id as "productId", product.household_id as "householdId", product.slug, product.state, product.name as "productName",
         product.set_scheme as "setScheme", product.set_code as "setCode", coalesce(listing.net_content, '') as "netContent",
         product.brand_name as "brandName", product.brand_owner as "brandOwner", product.brand_licence as "brandLicence", product.standards,
         product.shelf_life_days as "shelfLifeDays", image.key as "imageKey", image.width as "imageWidth", image.height as "imageHeight",
         image.alt as "imageAlt"
    from catalogue.pack
    join catalogue.product on product.id = pack.product_id
    left join catalogue.listing on listing.pack_id = pack.id
    left join lateral (select key, width, height, alt from catalogue.image where product_id = product.id order by position, id limit 1) image on true
   where pack.id = any(${steadyArray('$1', 'uuid')})`;
