import { Injectable } from '@nestjs/common';
import { PublishedProducts } from '@choxa/catalogue';
import { SellingStandings, type SellingStanding } from '@choxa/households';
import { sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';

/** What households show and sell, for whoever calls those that do not. */
@Injectable()
export class SellersStanding extends SellingStandings {
  constructor(private readonly published: PublishedProducts) {
    super();
  }

  async of(tx: Tx, householdIds: readonly string[]): Promise<Map<string, SellingStanding>> {
    const products = await this.published.countOf(tx, householdIds);
    const orders = await sql<{ householdId: string; placedAt: Date }>(tx, NEWEST, [[...householdIds]]);
    const newest = new Map(orders.map(({ householdId, placedAt }) => [householdId, localDay(placedAt)]));
    return new Map(
      householdIds.map((id) => [id, { publishedProducts: products.get(id) ?? 0, lastOrderedOn: newest.get(id) ?? null }] as const),
    );
  }
}

const NEWEST = `
  select household_id as "householdId", max(placed_at) as "placedAt" from orders.seller_order
   where household_id = any($1::uuid[]) and state <> 'cancelled' group by household_id`;
