import { HouseholdErased, type HouseholdErasedV1 } from '@choxa/households';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { refreshProductsSold } from '../product-periods/product-periods.js';
import { lockFacts } from './fact-lock.js';

/** What a household without people sold stays counted, under the name it has from then on. */
@Handles(HouseholdErased)
export class RenameTradedLinesWhenHouseholdErased implements EventHandler<HouseholdErasedV1> {
  async handle(tx: Tx, { data: { householdId, name } }: EventEnvelope<HouseholdErasedV1>): Promise<void> {
    await lockFacts(tx, [householdId]);
    const renamed = await sql<{ sellerOrderId: string }>(
      tx,
      'update audit.traded_line set household_name = $2 where household_id = $1 returning seller_order_id as "sellerOrderId"',
      [householdId, name],
    );
    await refreshProductsSold(
      tx,
      renamed.map(({ sellerOrderId }) => sellerOrderId),
    );
  }
}
