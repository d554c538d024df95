import { Clock, Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { CodRemitted, ParcelReopened, type CodRemittedV1, type ParcelReopenedV1 } from '@choxa/postal-contract';
import { addDeliveries } from './add-deliveries.js';
import type { FactKind } from './webhook-kinds.js';

// What is no scan is in no feed: it is put on its way to the webhooks when it is told. A disabled one gets it when it is switched on again.

interface Listener {
  webhookId: string;
  /** Those of the parcels it may be told of, with the sender's own reference where a sender listens. */
  parcels: { number: string; reference: string | null }[];
}

/** Cash was paid out to a sender: it hears of its own parcels with their sums, the operator's manager of all. */
@Handles(CodRemitted)
export class QueueRemittanceWhenCodRemitted implements EventHandler<CodRemittedV1> {
  constructor(private readonly clock: Clock) {}

  async handle(tx: Tx, { id, data }: EventEnvelope<CodRemittedV1>): Promise<void> {
    const { operatorCode, reference, remittedAt } = data;
    const paid = new Map(data.parcels.map(({ number, collectedVnd, paidVnd }) => [number, { collectedVnd, paidVnd }]));
    const listeners = await listenersTo(tx, 'cod.remitted', [...paid.keys()]);
    const deliveries = listeners.map(({ webhookId, parcels }) => ({
      webhookId,
      eventId: id,
      kind: 'cod.remitted' as const,
      timestamp: remittedAt,
      data: { operatorCode, reference, remittedAt, parcels: parcels.map((parcel) => ({ ...parcel, ...paid.get(parcel.number)! })) },
    }));
    await addDeliveries(tx, deliveries, this.clock.now());
  }
}

/** The end of a parcel's way was declared wrong: whoever was told of it hears that it goes on. */
@Handles(ParcelReopened)
export class QueueCorrectionWhenParcelReopened implements EventHandler<ParcelReopenedV1> {
  constructor(private readonly clock: Clock) {}

  async handle(tx: Tx, { id, data }: EventEnvelope<ParcelReopenedV1>): Promise<void> {
    const { number, operatorCode, outcome, closedAt, reopenedAt } = data;
    const listeners = await listenersTo(tx, 'parcel.reopened', [number]);
    const deliveries = listeners.map(({ webhookId, parcels: [parcel] }) => ({
      webhookId,
      eventId: id,
      kind: 'parcel.reopened' as const,
      timestamp: reopenedAt,
      data: { number, reference: parcel!.reference, operatorCode, outcome, closedAt, reopenedAt },
    }));
    await addDeliveries(tx, deliveries, this.clock.now());
  }
}

/** Webhooks that want to be told of a fact about some of these parcels. */
async function listenersTo(tx: Tx, kind: FactKind, numbers: readonly string[]): Promise<Listener[]> {
  return sql<Listener>(
    tx,
    `select webhook.id as "webhookId",
       json_agg(json_build_object('number', parcel.number, 'reference', sent.reference) order by parcel.number) as parcels
     from postal.webhook
     join postal.parcel on parcel.operator_id = webhook.operator_id and (webhook.sender_key is null or webhook.sender_key = parcel.sender_key)
     left join postal.sent_parcel sent on sent.parcel_number = parcel.number and sent.sender_key = webhook.sender_key
     where $1 = any(webhook.kinds) and parcel.number = any($2::text[]) group by webhook.id order by webhook.id`,
    [kind, numbers],
  );
}
