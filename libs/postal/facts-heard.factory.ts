import { Handles, type EventEnvelope, type EventHandler, type EventKind, type Tx } from '@choxa/platform';
import {
  CompensationDecided,
  DeliveryDisputed,
  DisputeDecided,
  OfficeChanged,
  ParcelAccepted,
  ParcelClosed,
  ParcelDelivered,
  ParcelPacked,
  ParcelRegistered,
  ParcelReopened,
  ParcelReturned,
  ParcelStatusChanged,
  PickupAnswered,
  PublicServiceServed,
  QuarterReported,
  WithdrawalRefused,
} from '@choxa/postal-contract';

/** Every fact the post tells. */
export const FACTS = [
  ParcelRegistered,
  ParcelAccepted,
  ParcelStatusChanged,
  ParcelDelivered,
  ParcelPacked,
  ParcelReturned,
  ParcelClosed,
  ParcelReopened,
  DeliveryDisputed,
  DisputeDecided,
  CompensationDecided,
  WithdrawalRefused,
  PickupAnswered,
  PublicServiceServed,
  QuarterReported,
  OfficeChanged,
];

/** Somebody who hears everything the post says: put `providers` into the world's root module, drain, and read `heard`. For specs. */
export class FactsHeard {
  readonly heard: { name: string; data: Record<string, unknown> }[] = [];
  readonly providers: (new () => EventHandler)[];

  constructor() {
    const { heard } = this;
    class Listener implements EventHandler {
      async handle(_tx: Tx, event: EventEnvelope<object>): Promise<void> {
        heard.push({ name: event.name, data: event.data as Record<string, unknown> });
      }
    }
    this.providers = FACTS.map((fact) => {
      // One queue per fact and handler class name, so each fact needs a class of its own.
      const name = `Hear.${fact.name}`;
      const listener = { [name]: class extends Listener {} }[name]!;
      Handles(fact as EventKind<object>)(listener);
      return listener;
    });
  }

  /** What was heard of one kind; about one parcel when `number` is given. */
  of(fact: { name: string }, number?: string): Record<string, unknown>[] {
    return this.heard
      .filter(({ name, data }) => name === fact.name && (number === undefined || data.number === number))
      .map(({ data }) => data);
  }

  forget(): void {
    this.heard.splice(0);
  }
}
