import { sql, type EventEnvelope, type Tx } from '@choxa/platform';
import type { FactRecorder } from './fact-handlers.js';

/**
 * Records facts of which each is a row by itself, by one statement that may be told a fact twice and in any sequence: its `$1` is the facts
 * as a JSON list with their own field names.
 */
export abstract class PlainRecorder<Data extends object> implements FactRecorder<Data> {
  protected abstract readonly statement: string;

  handle(tx: Tx, event: EventEnvelope<Data>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  handleAll(tx: Tx, events: readonly EventEnvelope<Data>[]): Promise<void> {
    return this.record(
      tx,
      events.map(({ data }) => data),
    );
  }

  async record(tx: Tx, facts: readonly Data[]): Promise<void> {
    await sql(tx, this.statement, [JSON.stringify(facts)]);
  }
}
