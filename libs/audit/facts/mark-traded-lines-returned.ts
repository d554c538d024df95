import { SellerOrderReturned, type SellerOrderReturnedV1 } from '@choxa/orders';
import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { refreshProductsSold } from '../product-periods/product-periods.js';
import { recountSellers } from '../register-periods/register-periods.js';
import type { FactRecorder } from './fact-handlers.js';
import { lockFacts } from './fact-lock.js';

/** Notes when a line went back, whether or not its delivery is known yet. Told twice, the earlier time holds. */
@Handles(SellerOrderReturned)
export class MarkTradedLinesReturnedWhenSellerOrderReturned implements FactRecorder<SellerOrderReturnedV1> {
  async handle(tx: Tx, event: EventEnvelope<SellerOrderReturnedV1>): Promise<void> {
    await this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<SellerOrderReturnedV1>[]): Promise<void> {
    const facts = events.map(({ data }) => data);
    const sellerOrderIds = facts.map(({ sellerOrderId }) => sellerOrderId);
    await lockFacts(tx, sellerOrderIds);
    await this.record(tx, facts);
    await refreshProductsSold(tx, sellerOrderIds);
    await recountSellers(tx, sellerOrderIds);
  }

  async record(tx: Tx, facts: readonly SellerOrderReturnedV1[]): Promise<void> {
    const returns = facts.flatMap(({ lineIds, returnedAt }) => lineIds.map((lineId) => ({ line_id: lineId, returned_at: returnedAt })));
    if (returns.length) await sql(tx, RECORD, [JSON.stringify(returns)]);
  }
}

const RECORD = `
  with noted as (
    insert into audit.line_return (line_id, returned_at)
    select line_id, min(returned_at) from jsonb_populate_recordset(null::audit.line_return, $1) group by line_id order by line_id
    on conflict (line_id) do update set returned_at = least(line_return.returned_at, excluded.returned_at)
    returning line_id, returned_at
  )
  update audit.traded_line line set returned_at = noted.returned_at from noted
   where line.line_id = noted.line_id and line.returned_at is distinct from noted.returned_at`;
