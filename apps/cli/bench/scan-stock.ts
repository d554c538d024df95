import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { Random } from './random.js';
import { signedIn } from './session.js';
import { withClient } from '../with-client.js';

/** What one device scans a parcel as, and at which of its person's offices. */
export interface ScanStep {
  code: string;
  office: string;
  reason?: string;
}

/** What one connection works through: its own parcels, each by the steps of its way. */
export interface ScanLane {
  /** Of a clerk of all offices of the way. */
  cookie: string;
  parcels: string[];
  /** In their sequence; the last ones, from `again` on, may be repeated as often as wanted. */
  steps: ScanStep[];
  again: number;
}

interface Office {
  id: string;
  kind: string;
  operatorId: string;
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
}

/**
 * Accepted parcels of the demo's first operator for so many devices, written set-based as acceptance leaves them: with their first scan and their
 * way over two hubs. Their senders are no shop's, as most of the nation's are.
 */
export async function stockScans(databaseUrl: string, lanes: number, parcels: number): Promise<ScanLane[]> {
  return withClient(databaseUrl, async (client) => {
    const offices = await officesOfOne(client);
    const [hubs, counters] = [offices.filter(({ kind }) => kind === 'hub'), offices.filter(({ kind }) => kind === 'counter')];
    const run = randomBytes(3).toString('hex').toUpperCase();
    const random = new Random('scan-stock');
    const made: ScanLane[] = [];
    for (let lane = 0; lane < lanes; lane += 1) {
      const way = [random.pick(counters), hubs[lane % hubs.length]!, hubs[(lane + 1) % hubs.length]!, random.pick(counters)];
      const prefix = `DO${run}${String(lane).padStart(2, '0')}`;
      await client.query(PARCELS, parcelsOf(way, prefix, Math.ceil(parcels / lanes)));
      made.push({
        cookie: await signedIn(client, { role: 'clerk', scopeKind: 'office', scopeIds: way.map(({ id }) => id) }),
        parcels: Array.from({ length: Math.ceil(parcels / lanes) }, (_, n) => numberOf(prefix, n + 1)),
        ...stepsOf(way.map(({ id }) => id)),
      });
    }
    await client.query('vacuum (analyze) postal.parcel, postal.scan, postal.scan_id');
    return made;
  });
}

/** The way of a parcel by its scans, until nobody is at home. */
function stepsOf([, near, far, last]: string[]): Pick<ScanLane, 'steps' | 'again'> {
  const steps: ScanStep[] = [
    { code: 'EDD', office: near! },
    { code: 'EDE', office: near! },
    { code: 'EDD', office: far! },
    { code: 'EDE', office: far! },
    { code: 'EMG', office: last! },
    { code: 'EDG', office: last! },
    { code: 'EMH', office: last!, reason: 'absent' },
  ];
  return { steps, again: steps.findIndex(({ code }) => code === 'EDG') };
}

function numberOf(prefix: string, n: number): string {
  return `${prefix}${String(n).padStart(7, '0')}`;
}

async function officesOfOne(client: pg.Client): Promise<Office[]> {
  const { rows } = await client.query<Office>(
    `select id, kind, operator_id as "operatorId", commune_code as "communeCode", commune_name as "communeName",
       province_code as "provinceCode", province_name as "provinceName"
     from postal.office where operator_id = (select id from postal.operator order by code limit 1) order by code`,
  );
  return rows;
}

function parcelsOf(way: Office[], prefix: string, count: number): unknown[] {
  const [from, to] = [way[0]!, way[3]!];
  return [
    count,
    prefix,
    from.operatorId,
    way.map(({ id }) => id),
    [from.communeCode, from.communeName, from.provinceCode, from.provinceName],
    [to.communeCode, to.communeName, to.provinceCode, to.provinceName],
  ];
}

const PARCELS = `
  with accepted as (
    insert into postal.parcel (number, operator_id, sender_key, sender_reference, sender_name, sender_phone, sender_street, sender_commune_code,
      sender_commune_name, sender_province_code, sender_province_name, recipient_name, recipient_phone, recipient_street,
      recipient_commune_code, recipient_commune_name, recipient_province_code, recipient_province_name, weight_grams,
      accepted_weight_grams, cod_vnd, origin_office_id, delivery_office_id, current_office_id, state, state_at, attempts, announced_at,
      accepted_at, promised_on, promised_at, route, postage_vnd)
    select $2 || lpad(n::text, 7, '0'), $3::uuid, 'posting-requests', gen_random_uuid(), 'Hộ gửi', '+84500000000', 'Thôn 1', ($5::text[])[1],
      ($5::text[])[2], ($5::text[])[3], ($5::text[])[4], 'Người nhận', '+84500000001', 'Số 1', ($6::text[])[1],
      ($6::text[])[2], ($6::text[])[3], ($6::text[])[4], 500, 500, 0, ($4::uuid[])[1], ($4::uuid[])[4], ($4::uuid[])[1], 'accepted',
      now() - interval '1 hour', 0, now() - interval '2 hours', now() - interval '1 hour', current_date + 3, now() + interval '3 days',
      $4::uuid[], 22000
    from generate_series(1, $1::int) n returning number, accepted_at, origin_office_id
  ), scanned as (
    insert into postal.scan (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, from_the_future)
    select gen_random_uuid(), number, 'EMA', accepted_at, accepted_at, 'counter', origin_office_id, $3::uuid, false from accepted returning id
  )
  insert into postal.scan_id select id from scanned`;
