import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { DeliveryDisputed, DisputeDecided, type DeliveryDisputedV1, type DisputeDecidedV1 } from '@choxa/postal-contract';

// What the buyer told the post of a delivery. A reference we do not know belongs to another sender and is let pass.

@Handles(DeliveryDisputed)
export class KeepDisputeWhenDeliveryDisputed implements EventHandler<DeliveryDisputedV1> {
  async handle(tx: Tx, { data }: EventEnvelope<DeliveryDisputedV1>): Promise<void> {
    await sql(tx, `update orders.seller_order set disputed_at = $2 where ${OF_REFERENCE}`, [data.senderReference, data.disputedAt]);
  }
}

/** Decided is over: who does not agree complains with us. An answer that overtook its dispute waits for it. */
@Handles(DisputeDecided)
export class EndDisputeWhenDecided implements EventHandler<DisputeDecidedV1> {
  async handle(tx: Tx, { data }: EventEnvelope<DisputeDecidedV1>): Promise<void> {
    const [ours] = await sql<{ disputedAt: Date | null }>(
      tx,
      `select disputed_at as "disputedAt" from orders.seller_order where ${OF_REFERENCE} for update`,
      [data.senderReference],
    );
    if (!ours) return;
    if (!ours.disputedAt) throw new Error(`parcel ${data.number}: its dispute was decided before it arrived`);
    await sql(tx, `update orders.seller_order set disputed_at = null where ${OF_REFERENCE}`, [data.senderReference]);
  }
}

/** The seller order itself, or the one of which this is one of several parcels. */
const OF_REFERENCE = `id::text = $1 or id = (select seller_order_id from orders.parcel where parcel.id::text = $1)`;
