import type { Tx } from '../database/database.js';

/** A kind of past fact, named `lib.fact.vN`. Its data are values only, never entities. */
export interface EventKind<Data extends object> {
  readonly name: string;
  /** Only for the type checker. */
  readonly data?: Data;
}

export function defineEvent<Data extends object>(name: string): EventKind<Data> {
  return { name };
}

/** One fact as it travels. `id` is what every handler is idempotent by. */
export interface EventEnvelope<Data extends object> {
  id: string;
  name: string;
  /** RFC 3339 instant at which it happened. */
  occurredAt: string;
  data: Data;
}

/** Reacts to one kind of event. Named as a sentence: `CompleteOrderWhenParcelDelivered`. Runs in one transaction with its inbox row. */
export interface EventHandler<Data extends object = object> {
  handle(tx: Tx, event: EventEnvelope<Data>): Promise<void>;
  /** The same for several, where that costs less than one by one. Where it throws, each is handled by itself. */
  handleAll?(tx: Tx, events: readonly EventEnvelope<Data>[]): Promise<void>;
}
