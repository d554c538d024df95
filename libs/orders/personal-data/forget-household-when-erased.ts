import { HouseholdErased, type HouseholdErasedV1 } from '@choxa/households';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';

/** Seller orders carry a copy of the household's name; it follows. What a clerk noted of a call goes. */
@Handles(HouseholdErased)
export class ForgetHouseholdWhenErased implements EventHandler<HouseholdErasedV1> {
  async handle(tx: Tx, { data: { householdId, name, slug } }: EventEnvelope<HouseholdErasedV1>): Promise<void> {
    await sql(tx, 'update orders.seller_order set household_name = $2, household_slug = $3 where household_id = $1', [
      householdId,
      name,
      slug,
    ]);
    await sql(
      tx,
      'update orders.call_task set note = null where seller_order_id in (select id from orders.seller_order where household_id = $1)',
      [householdId],
    );
  }
}
