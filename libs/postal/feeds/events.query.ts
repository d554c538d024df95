import type { NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { readBy, readerParams, type Reader } from './readers.js';

/** One scan as somebody outside the post reads it: what, when and at which office; nothing of people and no money. */
export interface FedEvent {
  id: string;
  number: string;
  /** The reading sender's own; null where an operator reads. */
  reference: string | null;
  operatorCode: string;
  code: ParcelEventCode;
  eventTime: Date;
  recordedAt: Date;
  officeCode: string;
  officeName: string;
  provinceCode: string;
  reason: NonDeliveryReason | null;
  nextAction: NextAction | null;
}

/** Where a reader stands: everything up to this scan, in the sequence in which scans were recorded, has been read. */
export interface FeedPlace {
  recordedAt: string;
  id: string;
}

export const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * A transaction that records scans takes their time when it begins and may still be at work so long after. What is older than this is complete:
 * no event appears before one that was read.
 */
export const SETTLED_AFTER_MS = 30_000;

/** The events recorded after a place, up to an instant, at most `limit`. */
export async function eventsAfter(tx: Tx, reader: Reader, after: FeedPlace, until: Date, limit: number): Promise<FedEvent[]> {
  return sql<FedEvent>(
    tx,
    `select scan.id, scan.parcel_number as number, sent.reference, operator.code as "operatorCode", scan.code, scan.event_time as "eventTime",
       scan.recorded_at as "recordedAt", office.code as "officeCode", office.name as "officeName", office.province_code as "provinceCode",
       scan.reason, scan.next_action as "nextAction"
     from postal.scan
     join postal.parcel on parcel.number = scan.parcel_number
     join postal.operator on operator.id = parcel.operator_id
     join postal.office on office.id = scan.office_id
     left join postal.sent_parcel sent on sent.parcel_number = scan.parcel_number and sent.sender_key = $3
     where ${readBy('parcel')} and (scan.recorded_at, scan.id) > ($4::timestamptz, $5::uuid)
       and scan.recorded_at >= $4::timestamptz and scan.recorded_at <= $6::timestamptz
     order by scan.recorded_at, scan.id limit $7`,
    [...readerParams(reader), after.recordedAt, after.id, until, limit],
  );
}

export function placeOf({ recordedAt, id }: FedEvent): FeedPlace {
  return { recordedAt: recordedAt.toISOString(), id };
}
