import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { drained, waitingEvents } from './events-waiting.js';
import { jobLine, NO_LIMIT, perSecond, rounded, type JobLine } from './figures.js';
import type { Api, Load } from './processes.js';
import { costOfEach, processorTime, type Cost } from './processor-time.js';
import { stockScans } from './scan-stock.js';
import { withClient } from '../with-client.js';

export const SCAN_JOB = 'scan-intake';
export const SCANS_A_BATCH = 100;
const CONNECTIONS = 16;
/** A parcel has seven scans on its way; so many a second are made ready for. */
const STOCK_PER_SECOND = 1_500;
const LEAST_STOCK = 32_000;

export interface ScanStage {
  api: Api;
  load: Load;
  databaseUrl: string;
  folder: string;
  seconds: number;
  warmup: number;
  say: (line: string) => void;
}

/**
 * Batches of scans from devices whose clerks are signed in, as many scans a second as are kept; the times are of a batch. The limit is COPY of the
 * same rows into a table with the same indexes and references.
 */
export async function measureScans({ api, load, databaseUrl, folder, seconds, warmup, say }: ScanStage): Promise<JobLine & ScanFigures> {
  const parcels = Math.max(LEAST_STOCK, (seconds + warmup) * STOCK_PER_SECOND);
  const lanes = await stockScans(databaseUrl, CONNECTIONS, parcels);
  say(`${SCAN_JOB}: ${parcels} bưu gửi / parcels`);
  const order = { origin: api.origin, work: { kind: 'scans', lanes, batch: SCANS_A_BATCH } as const, conns: CONNECTIONS };
  if (warmup) await load.run({ ...order, seconds: warmup, seed: 'warm-up' });
  await drained(databaseUrl, say);
  const data = join(folder, 'postgres');
  const [before, keptBefore] = [processorTime(api, data), await keptScans(databaseUrl)];
  const run = await load.run({ ...order, seconds, seed: '0' });
  const waitingAfter = await waitingEvents(databaseUrl);
  const kept = (await keptScans(databaseUrl)) - keptBefore;
  await drained(databaseUrl, say);
  const cost = costOfEach(before, processorTime(api, data), kept);
  if (run.firstError !== undefined) say(`${SCAN_JOB}: ${run.firstError}`);
  const line = jobLine(SCAN_JOB, 0, CONNECTIONS, run, NO_LIMIT);
  const rate = perSecond(run) * SCANS_A_BATCH;
  const copied = await copyRate(databaseUrl, data, kept);
  return {
    ...line,
    perSecond: rounded(rate, 0),
    limitPerSecond: rounded(copied, 0),
    ratio: rounded(rate / copied, 3),
    ...cost,
    waitingAfter,
    faults: await faultsOf(databaseUrl),
  };
}

/** What a line of scans tells beyond the usual. The cost of each is until all handlers are done. */
export interface ScanFigures extends Cost {
  /** Events that waited for their handlers when the last batch was answered. */
  waitingAfter: number;
  /** Parcels whose kept state is not that of their last scan. */
  faults: number;
}

async function keptScans(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from postal.scan where parcel_number like 'DO%'`);
    return Number(rows[0]!.n);
  });
}

/** Rows a second of one COPY of the newest `count` scans. */
async function copyRate(databaseUrl: string, folder: string, count: number): Promise<number> {
  const file = join(folder, 'scans-to-copy');
  return withClient(databaseUrl, async (client) => {
    await client.query(`copy (select * from postal.scan order by recorded_at desc limit ${Math.max(1, count)}) to '${file}'`);
    for (const statement of LIKE_SCANS) await client.query(statement);
    const begin = performance.now();
    await client.query(`copy bench_scan from '${file}'`);
    const rate = (count * 1_000) / (performance.now() - begin);
    await client.query('drop table bench_scan');
    rmSync(file);
    return rate;
  });
}

const LIKE_SCANS = [
  'drop table if exists bench_scan',
  'create table bench_scan (like postal.scan including all)',
  'alter table bench_scan add foreign key (parcel_number) references postal.parcel (number)',
  `create trigger bench_scan_office after insert on bench_scan referencing new table as added
     for each statement execute function postal.check_scan_offices()`,
];

async function faultsOf(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(FAULTS);
    return rows[0]!.n;
  });
}

const FAULTS = `
  select count(*)::int as n
    from (select distinct on (parcel_number) parcel_number, event_time, office_id, code from postal.scan
      where parcel_number like 'DO%' order by parcel_number, event_time desc, recorded_at desc) as last
    join postal.parcel on parcel.number = last.parcel_number
   where parcel.state_at <> last.event_time or parcel.current_office_id <> last.office_id
      or parcel.state <> case last.code when 'EMA' then 'accepted' when 'EMG' then 'at_delivery_office' when 'EDG' then 'out_for_delivery'
        when 'EMH' then 'attempt_failed' else 'in_transit' end`;
