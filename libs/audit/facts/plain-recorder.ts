import { sql, type EventEnvelope, type Tx } from '@choxa/platform';
import type { FactRecorder } from './fact-handlers.js';

/**
 * Records facts of which each is a row by itself, by one statement that may be told a fact twice and in any sequence: its `$1` is the facts
 * as a JSON list with their own field names.
 */
export abstract class PlainRecorder<Data extends object> implements FactRecorder<Data> {
  protected abstract readonly statement: string;
  /** Counts the totals anew that hold these facts, once they are written. */
  protected recount?(tx: Tx, facts: readonly Data[]): Promise<void>;

  handle(tx: Tx, event: EventEnvelope<Data>): Promise<void> {
    return this.handleAll(tx, [event]);
  }

  async handleAll(tx: Tx, events: readonly EventEnvelope<Data>[]): Promise<void> {
    const facts = events.map(({ data }) => data);
    await this.record(tx, facts);
    await this.recount?.(tx, facts);
  }

  async record(tx: Tx, facts: readonly Data[]): Promise<void> {
    await sql(tx, this.statement, [JSON.stringify(facts)]);
  }
}
