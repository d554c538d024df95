import { ParcelClosed, readPostalEvent, type ParcelClosedV1 } from '@choxa/postal-contract';
import { Handles, type EventEnvelope, type Tx } from '@choxa/platform';
import { recordClosedParcels, refillClosedParcels } from './closed-parcels.js';
import type { FactRecorder } from './fact-handlers.js';

/** Keeps how a parcel's history ended. */
@Handles(ParcelClosed)
export class RecordClosedParcelWhenParcelClosed implements FactRecorder<ParcelClosedV1> {
  handle(tx: Tx, event: EventEnvelope<ParcelClosedV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<ParcelClosedV1>[]): Promise<void> {
    await recordClosedParcels(
      tx,
      events.map(({ data }) => readPostalEvent(ParcelClosed, data)),
    );
  }

  async record(tx: Tx, facts: readonly ParcelClosedV1[]): Promise<void> {
    await refillClosedParcels(tx, facts);
  }
}
