import { DeliveryPlaceCorrected, type DeliveryPlaceCorrectedV1 } from '@choxa/orders';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { refreshProductsSold } from '../product-periods/product-periods.js';
import { lockFacts } from './fact-lock.js';

/** Where a line was handed over follows what the post corrects afterwards; closed versions keep what they counted. */
@Handles(DeliveryPlaceCorrected)
export class CorrectPlaceWhenDeliveryPlaceCorrected implements EventHandler<DeliveryPlaceCorrectedV1> {
  handle(tx: Tx, event: EventEnvelope<DeliveryPlaceCorrectedV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<DeliveryPlaceCorrectedV1>[]): Promise<void> {
    const sellerOrderIds = events.map(({ data }) => data.sellerOrderId);
    await lockFacts(tx, sellerOrderIds);
    const told = events.map(({ data: { sellerOrderId, toAddress, telling } }) => ({
      seller_order_id: sellerOrderId,
      to_address: toAddress,
      telling,
    }));
    await sql(tx, KEEP, [JSON.stringify(told)]);
    await refreshProductsSold(tx, await followCorrectedPlaces(tx, sellerOrderIds));
  }
}

/** Puts the corrected places of these seller orders on the lines that are known of them. Answers whose lines it changed. */
export async function followCorrectedPlaces(tx: Tx, sellerOrderIds: readonly string[]): Promise<string[]> {
  const changed = await sql<{ sellerOrderId: string }>(tx, FOLLOW, [sellerOrderIds]);
  return changed.map(({ sellerOrderId }) => sellerOrderId);
}

const KEEP = `
  insert into audit.corrected_place as known (seller_order_id, to_address, telling)
  select distinct on (seller_order_id) seller_order_id, to_address, telling from jsonb_populate_recordset(null::audit.corrected_place, $1)
   order by seller_order_id, telling desc
  on conflict (seller_order_id) do update set to_address = excluded.to_address, telling = excluded.telling
   where known.telling < excluded.telling`;

const FOLLOW = `
  update audit.traded_line line set to_address = corrected.to_address from audit.corrected_place corrected
   where line.seller_order_id = any($1) and corrected.seller_order_id = line.seller_order_id
     and line.to_address is distinct from corrected.to_address
  returning line.seller_order_id as "sellerOrderId"`;
