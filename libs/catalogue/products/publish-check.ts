import { Injectable } from '@nestjs/common';
import { Households, Licences } from '@choxa/households';
import { sql, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import type { ProductEntity } from './product.entity.js';
import { missingToPublish, PUBLISH_NEEDS, type PublishFacts, type PublishNeed } from './product.rules.js';

/** Asks whether products may be on sale. */
@Injectable()
export class PublishCheck {
  constructor(
    private readonly households: Households,
    private readonly licences: Licences,
  ) {}

  /** What each product lacks, by id. */
  async missing(tx: Tx, products: readonly ProductEntity[]): Promise<Map<string, PublishNeed[]>> {
    const ids = products.map((product) => product.id);
    const facts = await sql<{ id: string; images: number; packs: PublishFacts['packs'] }>(tx, FACTS, [ids]);
    const byId = new Map(facts.map((row) => [row.id, row]));
    const householdIds = [...new Set(products.map((product) => product.householdId))];
    const households = await this.households.byIds(tx, householdIds);
    const licensed = await this.licences.setsOf(tx, householdIds);
    return new Map(
      products.map((product) => {
        const household = households.get(product.householdId);
        const { images, packs } = byId.get(product.id)!;
        const householdMaySell = household?.state === 'approved' && household.communeCode !== null;
        return [
          product.id,
          missingToPublish({
            ...product,
            householdMaySell,
            licenceOnFile: licensed.get(product.householdId)?.has(product.setCode) ?? false,
            imageCount: images,
            packs,
          }),
        ];
      }),
    );
  }

  /** Throws `product.not-ready`, naming every thing that is missing. */
  async ready(tx: Tx, product: ProductEntity): Promise<void> {
    refuse((await this.missing(tx, [product])).get(product.id)!);
  }

  /** Whether nothing but the approval of its household, which is still to come, stands between a product and its sale. */
  async waitsForApproval(tx: Tx, product: ProductEntity): Promise<boolean> {
    const household = (await this.households.byIds(tx, [product.householdId])).get(product.householdId);
    if (household?.state !== 'pending') return false;
    return (await this.missing(tx, [product])).get(product.id)!.every((need) => need === 'household');
  }

  /** A change must not leave a product on sale without what a buyer must see; being sold out is no fault. Throws `product.not-ready`. */
  async staysReady(tx: Tx, product: ProductEntity): Promise<void> {
    if (product.state !== 'published') return;
    const missing = (await this.missing(tx, [product])).get(product.id)!;
    refuse(missing.filter((need) => need !== 'stock' && need !== 'household'));
  }
}

function refuse(missing: PublishNeed[]): void {
  if (missing.length) throw problem('product.not-ready', { errors: missing.map((code) => ({ code, ...PUBLISH_NEEDS[code] })) });
}

const FACTS = `
  select product.id, (select count(*)::int from catalogue.image where product_id = product.id) as images,
         coalesce((select json_agg(json_build_object('netContentValue', pack.net_content_value::float8, 'priceVnd', pack.price_vnd,
                                                     'onHand', coalesce(listing.on_hand, 0)))
                     from catalogue.pack left join catalogue.listing on listing.pack_id = pack.id
                    where pack.product_id = product.id and pack.retired_at is null), '[]') as packs
    from catalogue.product where product.id = any($1::uuid[])`;
