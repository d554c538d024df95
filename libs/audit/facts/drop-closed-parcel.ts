import { ParcelReopened, readPostalEvent, type ParcelReopenedV1 } from '@choxa/postal-contract';
import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { dropReopenedParcels } from './closed-parcels.js';

/** A parcel whose end was declared wrong counts as closed no more, until it is closed anew. */
@Handles(ParcelReopened)
export class DropClosedParcelWhenParcelReopened implements EventHandler<ParcelReopenedV1> {
  handle(tx: Tx, event: EventEnvelope<ParcelReopenedV1>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<ParcelReopenedV1>[]): Promise<void> {
    await dropReopenedParcels(
      tx,
      events.map(({ data }) => readPostalEvent(ParcelReopened, data)),
    );
  }
}
