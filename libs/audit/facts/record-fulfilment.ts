import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import type { FactRecorder } from './fact-handlers.js';
import { FULFILMENT_PERIODS } from './parcel-periods.js';
import { addTo } from './period-totals.js';

/** Keeps how long a delivered seller order took, once; told without the times of its placing and hand-over, it says nothing. */
@Handles(SellerOrderDelivered)
export class RecordFulfilmentWhenSellerOrderDelivered implements FactRecorder<SellerOrderDeliveredV1> {
  handle(tx: Tx, event: EventEnvelope<SellerOrderDeliveredV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<SellerOrderDeliveredV1>[]): Promise<void> {
    const told = toldAs(events.map(({ data }) => data));
    await sql(tx, `with added as (${ADD} returning *) ${addTo(FULFILMENT_PERIODS, 'added')}`, [told]);
  }

  async record(tx: Tx, facts: readonly SellerOrderDeliveredV1[]): Promise<void> {
    await sql(tx, ADD, [toldAs(facts)]);
  }
}

function toldAs(facts: readonly SellerOrderDeliveredV1[]): string {
  return JSON.stringify(
    facts.flatMap(({ sellerOrderId, provinceCode, communeCode, placedAt, handedOverAt, deliveredAt }) =>
      placedAt && handedOverAt
        ? [
            {
              seller_order_id: sellerOrderId,
              province_code: provinceCode,
              commune_code: communeCode,
              delivered_at: deliveredAt,
              to_hand_over_hours: begunHours(placedAt, handedOverAt),
              to_delivery_hours: begunHours(handedOverAt, deliveredAt),
            },
          ]
        : [],
    ),
  );
}

/** Clocks of phones differ: what seems to have happened before is counted as no time. */
function begunHours(from: string, to: string): number {
  return Math.max(0, Math.ceil((Date.parse(to) - Date.parse(from)) / 3_600_000));
}

const ADD = `
  insert into audit.fulfilment (seller_order_id, province_code, commune_code, delivered_at, to_hand_over_hours, to_delivery_hours)
  select seller_order_id, province_code, commune_code, delivered_at, to_hand_over_hours, to_delivery_hours
  from json_populate_recordset(null::audit.fulfilment, $1) order by seller_order_id
  on conflict (seller_order_id) do nothing`;
