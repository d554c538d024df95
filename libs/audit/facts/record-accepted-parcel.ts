import { ParcelAccepted, readPostalEvent, type ParcelAcceptedV1 } from '@choxa/postal-contract';
import { Handles, type EventEnvelope, type Tx } from '@choxa/platform';
import { recordAcceptedParcels, refillAcceptedParcels } from './accepted-parcels.js';
import type { FactRecorder } from './fact-handlers.js';

/** Keeps that a parcel was handed over. */
@Handles(ParcelAccepted)
export class RecordAcceptedParcelWhenParcelAccepted implements FactRecorder<ParcelAcceptedV1> {
  handle(tx: Tx, event: EventEnvelope<ParcelAcceptedV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<ParcelAcceptedV1>[]): Promise<void> {
    await recordAcceptedParcels(
      tx,
      events.map(({ data }) => readPostalEvent(ParcelAccepted, data)),
    );
  }

  async record(tx: Tx, facts: readonly ParcelAcceptedV1[]): Promise<void> {
    await refillAcceptedParcels(tx, facts);
  }
}
