import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@choxa/platform';
import { Random } from '../bench/random.js';
import { readGoods, seedMarket } from '../bench/seed-market.js';
import { Failure } from '../failure.js';
import { migrate } from '../migrate.js';
import { DrillApi } from './drill-api.js';
import { runFullCount } from './full-counts.js';
import { FUZZ, runFuzz } from './fuzz.js';
import { readOptions, type DrillName, type DrillOptions } from './options.js';
import { readStock, readStored, untilDrained } from './read-stored.js';
import { Storm } from './storm.js';
import { judge, type Verdict } from './verdict.js';

const PACKS = 40;
/** A kill comes this long after the API was ready, at random. */
const KILL_AFTER_MS = { from: 50, below: 1_500 };
const FAULTS_SHOWN = 20;

/** Things to stop, last started first. */
type Stops = (() => Promise<void> | void)[];

/** `npm run drill`: kills parts of the running system under load and counts what was kept. One JSON line per drill on stdout, the rest on stderr. */
export async function drill(args: string[]): Promise<void> {
  const options = readOptions(args);
  const stops: Stops = [];
  const stop = async (): Promise<void> => {
    for (let next = stops.pop(); next; next = stops.pop()) await Promise.resolve(next()).catch((error: unknown) => say(String(error)));
  };
  const stopNow = (signal: NodeJS.Signals): void => void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.on('SIGINT', stopNow).on('SIGTERM', stopNow);
  const broken: string[] = [];
  try {
    for (const { name, kills } of options.drills) {
      if (!(await runDrill(name, kills, options, stops))) broken.push(name);
      await stop();
    }
    if (options.fuzz && !(await runFuzz(options.seed))) broken.push(FUZZ);
    for (const name of options.fullCounts) if (!(await runFullCount(name, options.seed))) broken.push(name);
  } finally {
    await stop();
    process.off('SIGINT', stopNow).off('SIGTERM', stopNow);
  }
  if (broken.length) throw new Failure(`Không giữ được lời hứa: ${broken.join(', ')}`, `Promises broken: ${broken.join(', ')}`);
}

/** What a drill kills: `once` returns the ms until the API was ready again, or null when the API ended though nobody killed it. */
interface Killer {
  once(): Promise<number | null>;
}

async function runDrill(name: DrillName, kills: number, options: DrillOptions, stops: Stops): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'choxa-drill-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  const settings: Record<string, string> = options.broken ? { synchronous_commit: 'off', wal_writer_delay: '10s' } : {};
  const database = new DrillDatabase(join(folder, 'postgres'), settings);
  stops.push(() => database.stop());
  const url = await database.start();
  await migrate(url, () => {});
  await seedMarket(url, PACKS, say);
  const before = await readStock(url);
  const api = await DrillApi.on(url, folder);
  stops.push(() => api.stop());
  await api.start();
  say(`${name}: ${kills} lần / kills, seed ${options.seed}`);
  const storm = new Storm(api.origin, await readGoods(url), options.seed);
  storm.begin();
  const { readyMs, apiExits } = await killAll(
    name === 'crash-api' ? apiKiller(api) : databaseKiller(database, api),
    name,
    kills,
    options.seed,
    storm,
  );
  if (api.ended) await api.start(); // it ended after the last kill, or could not stay: what is left of the work needs it
  await storm.end();
  const drainMs = await untilDrained(url);
  await storm.replay();
  const verdict = judge(storm.attempts, await readStored(url, before));
  return tell(name, kills, verdict, { readyMsMax: Math.max(...readyMs), drainMs, apiExits });
}

async function killAll(
  killer: Killer,
  name: DrillName,
  kills: number,
  seed: string,
  storm: Storm,
): Promise<{ readyMs: number[]; apiExits: number }> {
  const random = new Random(`${seed}/${name}`);
  const readyMs: number[] = [];
  let apiExits = 0;
  for (let n = 1; n <= kills; n += 1) {
    await sleep(KILL_AFTER_MS.from + random.below(KILL_AFTER_MS.below));
    const took = await killer.once();
    if (took === null) apiExits += 1;
    else readyMs.push(took);
    const acknowledged = storm.attempts.filter((attempt) => attempt.answer !== null).length;
    say(`${n}/${kills}: ${took === null ? 'API đã dừng / the API ended' : `${took} ms`}, đơn / orders ${acknowledged}`);
  }
  return { readyMs, apiExits };
}

function apiKiller(api: DrillApi): Killer {
  return {
    once: async () => {
      await api.kill();
      return api.start();
    },
  };
}

function databaseKiller(database: DrillDatabase, api: DrillApi): Killer {
  return {
    once: async () => {
      const begin = performance.now();
      database.kill();
      await database.start();
      try {
        await api.ready();
        return Math.round(performance.now() - begin);
      } catch (error) {
        if (!api.ended) throw error;
        await api.start();
        return null;
      }
    },
  };
}

/** The drill's own server: killed and started again on the same folder and port. */
class DrillDatabase {
  private server: EmbeddedPostgres | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly settings: Record<string, string>,
  ) {}

  /** @throws Failure when its port was taken meanwhile */
  async start(): Promise<string> {
    const { dataDir, settings } = this;
    const port = this.server?.port;
    this.server = await startEmbeddedPostgres({ dataDir, settings, ...(port === undefined ? { log: say } : { port }) });
    if (port !== undefined && this.server.port !== port)
      throw new Failure(`Cổng ${port} đã bị chương trình khác lấy mất.`, `Another program took port ${port} meanwhile.`);
    return this.server.url;
  }

  kill(): void {
    process.kill(this.server!.pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }
}

/** Prints the line; whether all promises were kept. */
function tell(
  name: DrillName,
  kills: number,
  { faults, ...figures }: Verdict,
  more: { readyMsMax: number; drainMs: number; apiExits: number },
): boolean {
  const all = more.apiExits ? [`exits: the API ended ${more.apiExits} times though nobody killed it`, ...faults] : faults;
  for (const fault of all.slice(0, FAULTS_SHOWN)) say(fault);
  if (all.length > FAULTS_SHOWN) say(`… ${all.length - FAULTS_SHOWN} nữa / more`);
  const passed = all.length === 0;
  process.stdout.write(`${JSON.stringify({ drill: name, kills, ...figures, ...more, faults: all.length, passed })}\n`);
  return passed;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
