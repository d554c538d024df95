import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@choxa/platform';
import { Failure } from '../failure.js';
import { migrate } from '../migrate.js';
import { measureAudit } from './audit.js';
import { checkAnswers } from './check-answers.js';
import { measureDrawing } from './drawing.js';
import { drained } from './events-waiting.js';
import { jobLine, joined, median, type JobLine, type Run } from './figures.js';
import { isCheckout, workOf, type Goods, type JobName } from './jobs.js';
import { measureLighthouse } from './lighthouse.js';
import { readOptions, type BenchOptions } from './options.js';
import { measurePages } from './pages.js';
import { Api, databaseCpuMs, LimitServer, Load } from './processes.js';
import { readGoods, seedMarket } from './seed-market.js';
import { measureScans } from './scan-intake.js';
import { measurePost } from './post-network.js';
import { measureSheet } from './product-sheet.js';
import { measureShippingLabels } from './shipping-labels.js';
import { missed, missedByAudit, missedByPages, missedBySheet, missedTargets, type ColdStartLine } from './targets.js';
import { temporaryFolder } from './temporary-folder.js';
import { measureTracking } from './tracking.js';

const COLD_STARTS = 3;
const IDLE_MS = 5_000;
/** Own and limit take turns this often, so that whatever else the machine does hits both. */
const SLICES = 3;

/** Things to stop, last started first. */
type Stops = (() => Promise<void> | void)[];

/** `npm run bench`: measures the jobs against a bare server on the same database. One JSON line per job on stdout, the rest on stderr. */
export async function bench(args: string[]): Promise<void> {
  const options = readOptions(args);
  const stops: Stops = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(stops));
  const stopNow = (signal: NodeJS.Signals): void => void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.on('SIGINT', stopNow).on('SIGTERM', stopNow);
  try {
    await measure(options, stops);
  } finally {
    await stop();
    process.off('SIGINT', stopNow).off('SIGTERM', stopNow);
  }
}

async function stopAll(stops: Stops): Promise<void> {
  for (const stop of stops.toReversed()) await Promise.resolve(stop()).catch((error: unknown) => say(String(error)));
}

async function measure(options: BenchOptions, stops: Stops): Promise<void> {
  const drawn = options.drawing ? measureDrawing(options.seconds, options.warmup) : [];
  if (options.shippingLabels) drawn.push(await measureShippingLabels(options.seconds, options.warmup));
  for (const line of drawn) print(line);
  if (options.lighthouse) await lookAtPages(stops);
  const { jobs, sheet, pages, post, scans, tracking, audit } = options;
  if (jobs.length || sheet || pages.length || post.length || scans || tracking || audit) return measureApi(options, stops, drawn);
  for (const target of missedTargets(drawn)) say(`chưa đạt / missed: ${target}`);
}

async function lookAtPages(stops: Stops): Promise<void> {
  const folder = await temporaryFolder();
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  const lines = await measureLighthouse(folder);
  lines.forEach(print);
  for (const target of missedByPages(lines)) say(`chưa đạt / missed: ${target}`);
}

async function measureApi(options: BenchOptions, stops: Stops, drawn: JobLine[]): Promise<void> {
  const folder = options.data ? resolve(options.data) : await temporaryFolder();
  if (!options.data) stops.push(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log: say });
  stops.push(() => server.stop());
  await fill(server.url, folder, options.packs);
  const start = await coldStart(server.url, folder, options.packs);
  const api = await Api.start(server.url, folder);
  stops.push(() => api.stop());
  await sleep(IDLE_MS);
  const cold: ColdStartLine = { ...start, idleMemoryMb: api.memoryMb() };
  print(cold);
  const limit = await LimitServer.start(server.url);
  stops.push(() => limit.stop());
  const load = Load.start();
  stops.push(() => load.stop());
  const goods = await readGoods(server.url);
  await checkAnswers(options.jobs, goods, api.origin, limit.origin);
  const lines: JobLine[] = [...drawn];
  for (const job of options.jobs)
    for (const conns of options.conns) {
      const line = await measureJob(job, conns, {
        options,
        goods,
        api,
        limit,
        load,
        databaseUrl: server.url,
        databaseFolder: join(folder, 'postgres'),
      });
      print(line);
      lines.push(line);
    }
  if (options.post.length) {
    const post = await measurePost(server.url, options.post, options.seconds, options.warmup);
    post.forEach(print);
    lines.push(...post);
  }
  const parcels = { api, load, databaseUrl: server.url, folder, say, ...options };
  if (options.tracking)
    for (const line of await measureTracking(parcels)) {
      print(line);
      lines.push(line);
    }
  const audited = options.audit ? await measureAudit(parcels, print) : null;
  lines.push(...(audited?.lines ?? []));
  if (options.scans) {
    const line = await measureScans(parcels);
    print(line);
    lines.push(line);
    if (line.faults) throw new Failure(`${line.faults} bưu gửi sai trạng thái.`, `${line.faults} parcels have a wrong state.`);
  }
  if (options.pages.length) {
    const pages = await measurePages(options.pages, options.conns, { goods, load, folder, apiOrigin: api.origin, ...options });
    pages.forEach(print);
    lines.push(...pages);
  }
  // Last: its events go on being worked for a while.
  const sheet = options.sheet ? await measureSheet(api, server.url) : null;
  if (sheet) print(sheet);
  say(`bộ nhớ sau khi đo / memory afterwards: ${api.memoryMb()} MB`);
  const others = [...(sheet ? missedBySheet(sheet) : []), ...(audited ? missedByAudit(audited.rebuild, audited.shoppers) : [])];
  for (const target of [...missed(lines, cold), ...others]) say(`chưa đạt / missed: ${target}`);
  if (sheet?.errors) throw new Failure(`${sheet.errors} dòng không nhập được.`, `${sheet.errors} rows were not brought in.`);
  const failed = lines.filter((line) => line.errors > 0).map((line) => `${line.job} (${line.conns}): ${line.errors}`);
  if (failed.length) throw new Failure(`Có lỗi khi đo: ${failed.join(', ')}`, `Errors while measuring: ${failed.join(', ')}`);
}

/** Migrates, and seeds unless the folder holds the same market already. */
async function fill(databaseUrl: string, folder: string, packs: number): Promise<void> {
  await migrate(databaseUrl, () => {});
  const marker = join(folder, 'packs');
  if (existsSync(marker)) {
    const kept = readFileSync(marker, 'utf8');
    if (kept !== String(packs))
      throw new Failure(`${folder} có ${kept} gói, không phải ${packs}.`, `${folder} holds ${kept} packs, not ${packs}.`);
    return;
  }
  const begin = Date.now();
  await seedMarket(databaseUrl, packs, say);
  writeFileSync(marker, String(packs));
  say(`dữ liệu / data: ${Math.round((Date.now() - begin) / 1000)} s`);
}

async function coldStart(databaseUrl: string, folder: string, packs: number): Promise<Omit<ColdStartLine, 'idleMemoryMb'>> {
  const times: number[] = [];
  for (let n = 0; n < COLD_STARTS; n += 1) {
    const api = await Api.start(databaseUrl, folder);
    times.push(api.coldStartMs);
    await api.stop();
  }
  say(`khởi động / cold starts: ${times.join(', ')} ms`);
  return { job: 'cold-start', packs, coldStartMs: median(times) };
}

interface Stage {
  options: BenchOptions;
  goods: Goods;
  api: Api;
  limit: LimitServer;
  load: Load;
  databaseUrl: string;
  databaseFolder: string;
}

async function measureJob(job: JobName, conns: number, stage: Stage): Promise<JobLine> {
  const { options, goods, api, limit, load } = stage;
  const work = workOf(job, goods);
  // An order makes work for the post's handlers in the same process. The API is measured in one piece with that work going on; the limit
  // only after it is done.
  const slices = isCheckout(job) ? 1 : Math.min(SLICES, options.seconds);
  const seconds = options.seconds / slices;
  const runs = { own: [] as Run[], limit: [] as Run[] };
  const servers = { own: api, limit };
  const cpuMs = { own: 0, limit: 0 };
  const databaseMs = { own: 0, limit: 0 };
  const one = async (side: 'own' | 'limit', lasting: number, seed: string): Promise<Run> => {
    const { origin } = servers[side];
    const before = servers[side].cpuMs() ?? 0;
    const databaseBefore = databaseCpuMs(stage.databaseFolder) ?? 0;
    const run = await load.run({ origin, work: work[side], conns, seconds: lasting, seed: `${job}/${seed}` });
    cpuMs[side] += (servers[side].cpuMs() ?? 0) - before;
    databaseMs[side] += (databaseCpuMs(stage.databaseFolder) ?? 0) - databaseBefore;
    return run;
  };
  for (let slice = 0; slice < slices; slice += 1)
    for (const side of ['own', 'limit'] as const) {
      if (slice === 0 && options.warmup) await one(side, options.warmup, 'warm-up');
      if (slice === 0) cpuMs[side] = databaseMs[side] = 0;
      runs[side].push(await one(side, seconds, String(slice)));
      if (isCheckout(job) && side === 'own') await drained(stage.databaseUrl, say);
    }
  const [own, most] = [joined(runs.own), joined(runs.limit)];
  for (const error of [own.firstError, most.firstError]) if (error !== undefined) say(`${job} (${conns}): ${error}`);
  const cost = (side: 'own' | 'limit', run: Run): string =>
    [cpuMs, databaseMs].map((used) => (used[side] / Math.max(1, run.times.length)).toFixed(2)).join(' + ');
  say(
    `${job} (${conns}): CPU ms + Postgres ${cost('own', own)} (limit ${cost('limit', most)}), tải máy / load ${loadavg()[0]!.toFixed(1)}`,
  );
  return jobLine(job, options.packs, conns, own, most);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
