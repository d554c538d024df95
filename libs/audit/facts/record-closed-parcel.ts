import { ParcelClosed, readPostalEvent, type ParcelClosedV1 } from '@choxa/postal-contract';
import { Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { lockFact } from './fact-lock.js';

/**
 * One closed parcel counts once. After a correction the post closes it again: the later closing holds, in whatever order they arrive.
 * A number is not given again within 24 months (domain.md §6), so two closings nearer than that are of one parcel.
 */
@Handles(ParcelClosed)
export class RecordClosedParcelWhenParcelClosed implements EventHandler<ParcelClosedV1> {
  async handle(tx: Tx, event: EventEnvelope<ParcelClosedV1>): Promise<void> {
    const data = readPostalEvent(ParcelClosed, event.data);
    const deliveryPlace = data.outcome === 'EMI' ? data.deliveryPlace : null;
    const parcel = [data.operatorCode, data.number, data.closedAt];
    await lockFact(tx, `${data.operatorCode} ${data.number}`);
    const newer = await sql(
      tx,
      `select 1 from audit.closed_parcel where operator_code = $1 and number = $2
       and closed_at >= $3::timestamptz and closed_at < $3::timestamptz + interval '24 months'`,
      parcel,
    );
    if (newer.length) return;
    await sql(
      tx,
      `delete from audit.closed_parcel where operator_code = $1 and number = $2
       and closed_at < $3::timestamptz and closed_at > $3::timestamptz - interval '24 months'`,
      parcel,
    );
    await sql(
      tx,
      `insert into audit.closed_parcel (operator_code, number, closed_at, outcome, delivery_place, province_code, commune_code, attempts)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...parcel, data.outcome, deliveryPlace, data.recipientProvinceCode, data.recipientCommuneCode, data.attempts],
    );
  }
}
