import type { NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';

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
}

const COLUMNS = `id, parcel_number as "parcelNumber", code, event_time as "eventTime", recorded_at as "recordedAt", device,
  office_id as "officeId", actor_id as "actorId", reason, next_action as "nextAction", from_the_future as "fromTheFuture"`;

/** All scans of the parcels, and all scans with one of the ids wherever they belong. */
export async function scansOf(tx: Tx, numbers: string[], ids: string[] = []): Promise<StoredScan[]> {
  return sql<StoredScan>(
    tx,
    `select ${COLUMNS} from postal.scan where parcel_number = any($1::text[]) or id = any($2::uuid[])
     order by event_time, recorded_at, id`,
    [numbers, ids],
  );
}

export function byParcel(scans: readonly StoredScan[]): Map<string, StoredScan[]> {
  const groups = new Map<string, StoredScan[]>();
  for (const scan of scans) groups.set(scan.parcelNumber, [...(groups.get(scan.parcelNumber) ?? []), scan]);
  return groups;
}

/** Adds scans, and the failed attempts among them. Throws on an id that is there already. */
export async function addScans(tx: Tx, scans: StoredScan[]): Promise<void> {
  if (!scans.length) return;
  await sql(
    tx,
    `insert into postal.scan
       (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, reason, next_action, from_the_future)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::uuid[], $8::uuid[],
       $9::text[], $10::text[], $11::boolean[])`,
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
    ],
  );
  const failed = scans.filter((scan) => scan.code === 'EMH');
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
