import { HouseholdChanged, type HouseholdChangedV1 } from '@choxa/households';
import { Events, Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { ProductChanged } from '../catalogue.events.js';
import { Listings } from './listings.js';

/** A household may sell again or no more, or is called or closed otherwise: its listings, and whoever copies its products, follow. */
@Handles(HouseholdChanged)
export class RefreshListingsWhenHouseholdChanged {
  constructor(
    private readonly listings: Listings,
    private readonly events: Events,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<HouseholdChangedV1>): Promise<void> {
    await this.listings.refreshHousehold(tx, data.householdId);
    const products = await sql<{ id: string }>(
      tx,
      `select id from catalogue.product where household_id = $1 and state <> 'draft' order by id`,
      [data.householdId],
    );
    for (const { id } of products) await this.events.publish(tx, ProductChanged, { productId: id });
  }
}
