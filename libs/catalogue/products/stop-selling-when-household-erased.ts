import { HouseholdErased, type HouseholdErasedV1 } from '@choxa/households';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { Listings } from '../listing/listings.js';

/** Nobody is left to sell: the products leave the shop, and their listings lose the household's name. */
@Handles(HouseholdErased)
export class StopSellingWhenHouseholdErased implements EventHandler<HouseholdErasedV1> {
  constructor(private readonly listings: Listings) {}

  async handle(tx: Tx, { data: { householdId } }: EventEnvelope<HouseholdErasedV1>): Promise<void> {
    await sql(tx, `update catalogue.product set state = 'paused' where household_id = $1 and state = 'published'`, [householdId]);
    await this.listings.refreshHousehold(tx, householdId);
  }
}
