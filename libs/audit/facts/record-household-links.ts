import { HouseholdLinked, type HouseholdLinkedV1 } from '@choxa/households';
import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { refreshProductsSold } from '../product-periods/product-periods.js';
import { recountSellers } from '../register-periods/register-periods.js';
import type { FactRecorder } from './fact-handlers.js';
import { lockFacts } from './fact-lock.js';
import { selfDealing } from './self-dealing.sql.js';

/** What links buyers with a household is known from now on, for what was sold before too. */
@Handles(HouseholdLinked)
export class RecordLinksWhenHouseholdLinked implements FactRecorder<HouseholdLinkedV1> {
  handle(tx: Tx, event: EventEnvelope<HouseholdLinkedV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<HouseholdLinkedV1>[]): Promise<void> {
    const facts = events.map(({ data }) => data);
    const householdIds = facts.map(({ householdId }) => householdId);
    await lockFacts(tx, householdIds);
    await this.record(tx, facts);
    const marked = await sql<{ sellerOrderId: string }>(tx, MARK, [householdIds]);
    const sellerOrderIds = marked.map(({ sellerOrderId }) => sellerOrderId);
    await refreshProductsSold(tx, sellerOrderIds);
    await recountSellers(tx, sellerOrderIds);
  }

  /** In a rebuild the links come before the sales, which look them up. */
  async record(tx: Tx, facts: readonly HouseholdLinkedV1[]): Promise<void> {
    await sql(tx, RECORD, [JSON.stringify(facts)]);
  }
}

const RECORD = `
  insert into audit.household_link (household_id, kind, hash)
  select "householdId", link.kind, link.hash
    from jsonb_to_recordset($1) as told ("householdId" uuid, links jsonb)
   cross join jsonb_to_recordset(told.links) as link (kind text, hash text)
  on conflict do nothing`;

const MARK = `
  update audit.traded_line line set self_dealing = found.kinds
    from (select line_id, ${selfDealing('line')} as kinds from audit.traded_line line where household_id = any($1::uuid[])) found
   where found.line_id = line.line_id and found.kinds <> line.self_dealing
  returning line.seller_order_id as "sellerOrderId"`;
