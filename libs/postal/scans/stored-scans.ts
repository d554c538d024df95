import type { NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import type { LockedParcel } from './parcels-to-move.js';

/** A scan as it is kept. */
export interface StoredScan {
  id: string;
  parcelNumber: string;
  code: ParcelEventCode;
  eventTime: Date;
  recordedAt: Date;
  device: string;
  officeId: string;
  actorId: string;
  reason: NonDeliveryReason | null;
  nextAction: NextAction | null;
  fromTheFuture: boolean;
  /** What was added to the device's time, milliseconds; absent where our own clock was asked. */
  clockOffsetMs?: number;
  /** Whether a confirmed correction says that it was wrong. Never given with a new one. */
  corrected?: boolean;
}

export type ScansByParcel = Map<string, StoredScan[]>;

/** All scans of the parcels. None was recorded before its parcel was announced, so older months are not looked into. */
export async function scansOf(tx: Tx, parcels: readonly Pick<LockedParcel, 'number' | 'announcedAt'>[]): Promise<ScansByParcel> {
  if (!parcels.length) return new Map();
  const scans = await sql<StoredScan>(
    tx,
    `select id, parcel_number as "parcelNumber", code, event_time as "eventTime", recorded_at as "recordedAt", device,
       office_id as "officeId", actor_id as "actorId", reason, next_action as "nextAction", from_the_future as "fromTheFuture",
       clock_offset_ms as "clockOffsetMs", id = any(array(select scan_id from postal.scan_correction
         where parcel_number = any($1::text[]) and confirmed_at is not null)) as corrected
     from postal.scan where parcel_number = any($1::text[]) and recorded_at >= $2
     order by event_time, recorded_at, id`,
    [parcels.map((parcel) => parcel.number), new Date(Math.min(...parcels.map((parcel) => parcel.announcedAt.getTime())))],
  );
  return Map.groupBy(scans, (scan) => scan.parcelNumber);
}

/** Those among `ids` that a scan has already. */
export async function knownIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const known = await sql<{ id: string }>(tx, 'select id from postal.scan_id where id = any($1::uuid[])', [ids]);
  return new Set(known.map(({ id }) => id));
}

/**
 * Adds scans, and the failed attempts among them. Answers the ids of those that are kept: one whose id another scan has already is not, for
 * each id stands in `scan_id` once.
 */
export async function addScans(tx: Tx, scans: StoredScan[]): Promise<Set<string>> {
  if (!scans.length) return new Set();
  const kept = await sql<{ id: string }>(
    tx,
    `with sent as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::uuid[], $8::uuid[],
         $9::text[], $10::text[], $11::boolean[], $12::int[])
         as s(id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, reason, next_action, from_the_future, clock_offset_ms)
     ), new as (
       insert into postal.scan_id (id) select id from sent on conflict do nothing returning id
     )
     insert into postal.scan
       (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, reason, next_action, from_the_future, clock_offset_ms)
     select sent.* from sent join new using (id) returning id`,
    [
      scans.map((scan) => scan.id),
      scans.map((scan) => scan.parcelNumber),
      scans.map((scan) => scan.code),
      scans.map((scan) => scan.eventTime),
      scans.map((scan) => scan.recordedAt),
      scans.map((scan) => scan.device),
      scans.map((scan) => scan.officeId),
      scans.map((scan) => scan.actorId),
      scans.map((scan) => scan.reason),
      scans.map((scan) => scan.nextAction),
      scans.map((scan) => scan.fromTheFuture),
      scans.map((scan) => scan.clockOffsetMs ?? 0),
    ],
  );
  const ids = new Set(kept.map(({ id }) => id));
  await addAttempts(
    tx,
    scans.filter((scan) => scan.code === 'EMH' && ids.has(scan.id)),
  );
  return ids;
}

async function addAttempts(tx: Tx, failed: StoredScan[]): Promise<void> {
  if (!failed.length) return;
  await sql(
    tx,
    `insert into postal.attempt (scan_id, parcel_number, tried_at, reason, next_action)
     select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[])`,
    [
      failed.map((scan) => scan.id),
      failed.map((scan) => scan.parcelNumber),
      failed.map((scan) => scan.eventTime),
      failed.map((scan) => scan.reason),
      failed.map((scan) => scan.nextAction),
    ],
  );
}
