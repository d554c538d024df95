import { HouseholdErased, type HouseholdErasedV1 } from '@choxa/households';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { Listings } from '../listing/listings.js';
import { NoteDisplay } from './note-display.js';

/** Nobody is left to sell: the products leave the shop, and their listings lose the household's name. */
@Handles(HouseholdErased)
export class StopSellingWhenHouseholdErased implements EventHandler<HouseholdErasedV1> {
  constructor(
    private readonly listings: Listings,
    private readonly display: NoteDisplay,
  ) {}

  async handle(tx: Tx, { data: { householdId } }: EventEnvelope<HouseholdErasedV1>): Promise<void> {
    const stopped = await sql<{ id: string; takenDownAt: Date | null }>(
      tx,
      `update catalogue.product set state = 'paused' where household_id = $1 and state = 'published' returning id, taken_down_at as "takenDownAt"`,
      [householdId],
    );
    for (const product of stopped) await this.display.run(tx, { ...product, householdId, state: 'paused' });
    await this.listings.refreshHousehold(tx, householdId);
  }
}
