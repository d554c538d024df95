import { ParcelReopened, readPostalEvent, type ParcelReopenedV1 } from '@choxa/postal-contract';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { lockFact } from './fact-lock.js';

/** A parcel whose end was declared wrong counts as closed no more, until it is closed anew. */
@Handles(ParcelReopened)
export class DropClosedParcelWhenParcelReopened implements EventHandler<ParcelReopenedV1> {
  async handle(tx: Tx, event: EventEnvelope<ParcelReopenedV1>): Promise<void> {
    const { operatorCode, number, closedAt } = readPostalEvent(ParcelReopened, event.data);
    await lockFact(tx, `${operatorCode} ${number}`);
    await sql(tx, 'delete from audit.closed_parcel where operator_code = $1 and number = $2 and closed_at = $3', [
      operatorCode,
      number,
      closedAt,
    ]);
  }
}
