import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localQuarter } from '@choxa/standards';
import { Failure } from '../failure.js';
import { ROOT } from '../root.js';
import { stockAudit } from './audit-stock.js';
import { shoppersBeside, type ShoppersLine } from './audit-shoppers.js';
import { jobLine, NO_LIMIT, rounded, type JobLine, type Run } from './figures.js';
import { memoryMbOf, type Api, type Load } from './processes.js';
import { signedIn } from './session.js';
import { withClient } from '../with-client.js';

export const AUDIT_JOB = 'audit';
const REPEATS = 5;
/** How often the memory of the rebuild is looked at, in ms. */
const LOOK_EVERY_MS = 250;

/** How long the facts took to be made anew. */
export interface RebuildLine {
  job: 'audit-rebuild';
  seconds: number;
  /** The most it held, in MB; null where the system does not tell. */
  memoryMb: number | null;
}

export interface AuditStage {
  api: Api;
  load: Load;
  databaseUrl: string;
  folder: string;
  seconds: number;
  say: (line: string) => void;
}

interface Measured {
  lines: JobLine[];
  /** Null where the folder had the facts already. */
  rebuild: RebuildLine | null;
  shoppers: ShoppersLine;
}

/** What an official of the nation asks for, one question after the other, over a million lines and five million parcels; times of an answer. */
export async function measureAudit(stage: AuditStage, print: (line: object) => void): Promise<Measured> {
  const { api, load, databaseUrl, folder, seconds, say } = stage;
  await stockAudit(databaseUrl, folder, say);
  const rebuilt = join(folder, 'audit-rebuilt');
  const anew = existsSync(rebuilt) ? null : await rebuild(databaseUrl, folder);
  if (anew) {
    print(anew);
    writeFileSync(rebuilt, JSON.stringify(anew));
  }
  const cookie = await withClient(databaseUrl, (client) => signedIn(client, { role: 'official', scopeKind: 'nation', scopeIds: ['VN'] }));
  const lines: JobLine[] = [];
  for (const [kind, path] of await questions(databaseUrl)) {
    const run = await askAgainAndAgain(`${api.origin}/api/v1/audit/${path}`, cookie);
    if (run.firstError !== undefined) say(`${kind}: ${run.firstError}`);
    const line = { ...jobLine(`${AUDIT_JOB}-${kind.split(' ')[0]!}`, 0, 1, run, NO_LIMIT), kind };
    print(line);
    lines.push(line);
  }
  const shoppers = await shoppersBeside(api, load, seconds, () => ask(`${api.origin}/api/v1/audit/exports/report.pdf`, cookie));
  print(shoppers);
  return { lines, rebuild: anew, shoppers };
}

/** Name and path of every question: the headline of the nation, each kind of drill, the report. */
async function questions(databaseUrl: string): Promise<[string, string][]> {
  const quarter = localQuarter(new Date());
  const { province, commune, household, product } = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<Record<'province' | 'commune' | 'household' | 'product', string>>(
      `select province_code as province, commune_code as commune, household_id as household, product_id as product
         from audit.traded_line where delivered_at > date_trunc('quarter', now()) order by line_id limit 1`,
    );
    if (!rows[0]) throw new Failure('Không có dòng hàng nào.', 'There are no lines.');
    return rows[0];
  });
  const year = quarter.slice(0, 4);
  const periods = [quarter, `${quarter}-YTD`, year];
  return [
    ...['12', '13', '11'].flatMap((number) =>
      periods.map((period): [string, string] => [`headline ${number} ${period}`, `indicators/${number}?period=${period}`]),
    ),
    ['headline board', `indicators?period=${quarter}`],
    ['drill provinces', `indicators/12/breakdown?by=province&period=${year}`],
    ['drill communes', `indicators/12/breakdown?by=commune&period=${year}&province=${province}`],
    ['drill households', `indicators/12/breakdown?by=household&period=${year}&commune=${commune}`],
    ['drill products', `indicators/12/breakdown?by=product&period=${year}&household=${household}`],
    ['drill product', `indicators/12/products/${product}?period=${year}`],
    ['drill households of the nation', `indicators/12/breakdown?by=household&period=${year}`],
    ['drill products of the nation', `indicators/12/breakdown?by=product&period=${year}`],
    ['drill sets', `indicators/12/breakdown?by=set&period=${year}`],
    ['drill lines', `indicators/12/lines?period=${year}&compliant=false`],
    ['drill lines of a commune', `indicators/12/lines?period=${year}&commune=${commune}`],
    ['drill gaps', `indicators/12/gaps?period=${year}`],
    ['drill ranking', `indicators/12/ranking?period=${year}`],
    ['drill trend', `indicators/12/trend?period=${quarter}`],
    // No indicator with a target, but a picture with its table by province.
    ['drill funnel of the nation', `funnel?period=${quarter}`],
    ['drill funnel of a province', `funnel?by=commune&period=${year}&province=${province}`],
    ['drill parcels', `indicators/13/breakdown?by=commune&period=${year}&province=${province}`],
    ['report pdf', `exports/report.pdf?period=${quarter}`],
    ['report xlsx', `exports/report.xlsx?period=${quarter}`],
  ];
}

async function askAgainAndAgain(url: string, cookie: string): Promise<Run> {
  const times: number[] = [];
  const begin = performance.now();
  let firstError: string | undefined;
  await ask(url, cookie); // as an official who comes back
  for (let n = 0; n < REPEATS; n += 1) {
    const before = performance.now();
    const problem = await ask(url, cookie);
    if (problem === null) times.push(performance.now() - before);
    else firstError ??= problem;
  }
  return {
    times: Float64Array.from(times),
    errors: REPEATS - times.length,
    seconds: (performance.now() - begin) / 1000,
    ...(firstError === undefined ? {} : { firstError }),
  };
}

/** What was wrong with the answer; null when nothing was. */
async function ask(url: string, cookie: string): Promise<string | null> {
  const answer = await fetch(url, { headers: { cookie } });
  const body = await answer.arrayBuffer();
  return answer.ok ? null : `${answer.status} ${Buffer.from(body).toString().slice(0, 300)}`;
}

/** Runs `rebuild facts` as an operator does, in a process of its own. */
async function rebuild(databaseUrl: string, folder: string): Promise<RebuildLine> {
  const begin = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'apps', 'cli', 'dist', 'main.js'), 'rebuild', 'facts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder, DEMO: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memoryMb: number | null = null;
  const looking = setInterval(() => {
    const now = memoryMbOf(child.pid!);
    if (now !== null) memoryMb = Math.max(memoryMb ?? 0, now);
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Failure('Không dựng lại được dữ kiện.', 'The facts could not be made anew.');
  return { job: 'audit-rebuild', seconds: rounded((performance.now() - begin) / 1000, 1), memoryMb };
}
