import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';

/** A pack its household offers, whose label lacks something. */
export interface UnlabelledPack {
  packId: string;
  productId: string;
  householdId: string;
  productName: string;
  setCode: string;
  provinceCode: string | null;
  /** First publication of the product, or the making of the pack where that came later. */
  firstSoldAt: Date;
}

/** Packs on offer without a complete label, whether their sale is stopped meanwhile or not; for labelling, which says what follows from it. */
@Injectable()
export class UnlabelledPacks {
  /** Of one product, or of all. */
  async onOffer(tx: Tx, productId: string | null = null): Promise<UnlabelledPack[]> {
    return sql<UnlabelledPack>(tx, ON_OFFER, [productId]);
  }
}

const ON_OFFER = `
  select listing.pack_id as "packId", listing.product_id as "productId", listing.household_id as "householdId", listing.name as "productName",
         listing.set_code as "setCode", listing.province_code as "provinceCode", greatest(product.published_at, pack.created_at) as "firstSoldAt"
    from catalogue.listing
    join catalogue.product on product.id = listing.product_id
    join catalogue.pack on pack.id = listing.pack_id
   where product.state = 'published' and product.taken_down_at is null and pack.retired_at is null and pack.price_vnd is not null
     and not listing.labelled and ($1::uuid is null or listing.product_id = $1)
   order by listing.pack_id`;
