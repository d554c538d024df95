import { SellerOrderReturned, type SellerOrderReturnedV1 } from '@choxa/orders';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { lockFact } from './fact-lock.js';

/** Notes when a line went back, whether or not its delivery is known yet. Told twice, the earlier time holds. */
@Handles(SellerOrderReturned)
export class MarkTradedLinesReturnedWhenSellerOrderReturned implements EventHandler<SellerOrderReturnedV1> {
  async handle(tx: Tx, { data }: EventEnvelope<SellerOrderReturnedV1>): Promise<void> {
    const lineIds = [...new Set(data.lineIds)].sort();
    if (!lineIds.length) return;
    await lockFact(tx, data.sellerOrderId);
    await sql(
      tx,
      `insert into audit.line_return (line_id, returned_at) select unnest($1::uuid[]), $2
       on conflict (line_id) do update set returned_at = least(line_return.returned_at, excluded.returned_at)`,
      [lineIds, data.returnedAt],
    );
    await sql(
      tx,
      `update audit.traded_line line set returned_at = line_return.returned_at
       from audit.line_return where line_return.line_id = line.line_id and line.line_id = any($1)`,
      [lineIds],
    );
  }
}
