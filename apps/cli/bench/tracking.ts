import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { jobLine, NO_LIMIT, type JobLine } from './figures.js';
import { costOfEach, processorTime, type Cost } from './processor-time.js';
import type { ScanStage } from './scan-intake.js';
import { withClient } from '../with-client.js';

export const TRACKING_JOB = 'tracking';
const PARCELS = 1_250_000;
const SCANS_OF_A_PARCEL = 8;
const PARCELS_AT_ONCE = 125_000;
/** From ten days ago on; the parts of the months to come are there already, those of past months are one part. */
const DAYS = 95;
const ASKED_FOR = 50_000;

/** Public look-ups of parcels among ten million scans. Each asker is another, so that the limit of a caller counts and stops nobody. */
export async function measureTracking(stage: ScanStage & { conns: number[] }): Promise<(JobLine & Cost)[]> {
  const { api, load, databaseUrl, folder, seconds, warmup, say } = stage;
  await stockTracking(databaseUrl, folder, say);
  const paths = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ number: string }>(
      `select 'TD' || lpad((1 + floor(random() * $1))::bigint::text, 9, '0') as number from generate_series(1, $2::int)`,
      [PARCELS, ASKED_FOR],
    );
    return rows.map(({ number }) => `/api/v1/parcels/${number}`);
  });
  const lines: (JobLine & Cost)[] = [];
  const data = join(folder, 'postgres');
  for (const conns of stage.conns) {
    const order = { origin: api.origin, work: { kind: 'get', paths, callers: true } as const, conns };
    if (warmup) await load.run({ ...order, seconds: warmup, seed: 'warm-up' });
    const before = processorTime(api, data);
    const run = await load.run({ ...order, seconds, seed: String(conns) });
    const cost = costOfEach(before, processorTime(api, data), run.times.length);
    if (run.firstError !== undefined) say(`${TRACKING_JOB} (${conns}): ${run.firstError}`);
    lines.push({ ...jobLine(TRACKING_JOB, 0, conns, run, NO_LIMIT), ...cost });
  }
  return lines;
}

/** Writes the parcels and their scans, unless the folder has them already. */
async function stockTracking(databaseUrl: string, folder: string, say: (line: string) => void): Promise<void> {
  const marker = join(folder, 'tracking');
  if (existsSync(marker)) return;
  const begin = Date.now();
  await withClient(databaseUrl, async (client) => {
    // What is written refers to nothing that is not there: 20 million look-ups of it would take longer than the rest.
    await client.query(`set session_replication_role = replica`);
    await client.query('set synchronous_commit = off');
    for (let from = 0; from < PARCELS; from += PARCELS_AT_ONCE) {
      await write(client, from);
      say(`${TRACKING_JOB}: ${((from + PARCELS_AT_ONCE) * SCANS_OF_A_PARCEL) / 1e6} triệu bản quét / million scans`);
    }
    await client.query('vacuum (analyze) postal.parcel, postal.scan');
  });
  writeFileSync(marker, String(PARCELS));
  say(`${TRACKING_JOB}: ${Math.round((Date.now() - begin) / 1000)} s`);
}

async function write(client: pg.Client, from: number): Promise<void> {
  const range = [from + 1, from + PARCELS_AT_ONCE];
  await client.query(WRITE_PARCELS, [...range, DAYS / PARCELS]);
  await client.query(WRITE_SCANS, [...range, DAYS / PARCELS]);
}

/** Ways of the parcels: their number says between which two offices of the first operator. */
const OFFICES = `
  offices as (select array_agg(office order by code) as all from postal.office
    where operator_id = (select id from postal.operator order by code limit 1))`;
const ANNOUNCED = `date_trunc('minute', now()) - interval '10 days' + n * $3::float8 * interval '1 day'`;

const WRITE_PARCELS = `
  with ${OFFICES}
  insert into postal.parcel (number, operator_id, sender_key, sender_reference, sender_name, sender_phone, sender_street, sender_commune_code,
    sender_commune_name, sender_province_code, sender_province_name, recipient_name, recipient_phone, recipient_street, recipient_commune_code,
    recipient_commune_name, recipient_province_code, recipient_province_name, weight_grams, accepted_weight_grams, cod_vnd, origin_office_id,
    delivery_office_id, current_office_id, state, state_at, attempts, announced_at, accepted_at, promised_on, route, postage_vnd)
  select 'TD' || lpad(n::text, 9, '0'), origin.operator_id, 'tracking', 'TD-' || n, 'Hộ gửi', '+84500000000', 'Thôn 1', origin.commune_code,
    origin.commune_name, origin.province_code, origin.province_name, 'Người nhận', '+84500000001', 'Số 1', target.commune_code,
    target.commune_name, target.province_code, target.province_name, 500, 500, 0, origin.id, target.id, target.id, 'attempt_failed',
    at + interval '42 hours', 1, at, at, (at + interval '3 days')::date, array[origin.id, target.id], 22000
  from offices, generate_series($1::int, $2::int) n
    cross join lateral (select ${ANNOUNCED} as at) announced
    cross join lateral (select (offices.all[1 + n % cardinality(offices.all)]).*) origin
    cross join lateral (select (offices.all[1 + n * 7 % cardinality(offices.all)]).*) target`;

// Ids in their sequence: no look-up of a parcel reads them, and in no sequence they take three times as long.
const WRITE_SCANS = `
  with ${OFFICES}
  insert into postal.scan (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, reason, from_the_future)
  select (lpad(to_hex(n), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(step), 12, '0'))::uuid, 'TD' || lpad(n::text, 9, '0'), code, at, at, 'do-toc-do',
    (offices.all[1 + (n + step) % cardinality(offices.all)]).id, (offices.all[1]).operator_id, case code when 'EMH' then 'absent' end, false
  from offices, generate_series($1::int, $2::int) n
    cross join unnest(array['EMA', 'EDD', 'EDE', 'EDD', 'EDE', 'EMG', 'EDG', 'EMH']) with ordinality as step (code, step)
    cross join lateral (select ${ANNOUNCED} + step * interval '6 hours' as at) scanned`;
