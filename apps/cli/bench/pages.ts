import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { ROOT } from '../root.js';
import { Service } from '../start/service.js';
import { jobLine, type JobLine } from './figures.js';
import type { Goods } from './jobs.js';
import { freePort, type Load } from './processes.js';

/** Product pages, mostly of popular products; and pages of which each is rendered for the one who asks. */
export const PAGE_JOBS = ['page', 'page-cold'] as const;
export type PageJob = (typeof PAGE_JOBS)[number];

/** How often the most popular product is asked for against the least. */
const MOST_POPULAR = 400;
const READY_WITHIN_SECONDS = 60;
const SERVER = join(ROOT, 'apps', 'storefront', '.output', 'server', 'index.mjs');
/** What the same process sends fastest: a small file it holds. Its figure is the limit. */
const LIMIT_PATH = '/favicon.svg';

interface Stage {
  goods: Goods;
  load: Load;
  apiOrigin: string;
  folder: string;
  packs: number;
  seconds: number;
  warmup: number;
}

/** Measures the storefront, one process, as it answers product pages; `print` is called with each line as it is there. */
export async function measurePages(jobs: readonly PageJob[], conns: readonly number[], stage: Stage): Promise<JobLine[]> {
  if (!existsSync(SERVER)) throw new Failure('Chưa dựng gian hàng.', 'The storefront is not built.');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), API_URL: stage.apiOrigin, PUBLIC_URL: origin, DEMO: '0' };
  const service = new Service('Storefront', SERVER, join(stage.folder, 'storefront.log'), env, stage.folder, () => {});
  try {
    await service.answers(`${origin}/`, READY_WITHIN_SECONDS);
    const lines: JobLine[] = [];
    for (const job of jobs) for (const many of conns) lines.push(await measure(job, many, origin, stage));
    return lines;
  } finally {
    await service.stop();
  }
}

async function measure(job: PageJob, conns: number, origin: string, { goods, load, packs, seconds, warmup }: Stage): Promise<JobLine> {
  const run = (paths: string[], lasting: number, seed: string) =>
    load.run({ origin, work: { kind: 'get', paths }, conns, seconds: lasting, seed: `${job}/${seed}` });
  const paths = pathsOf(job, goods);
  if (warmup) await run(paths, warmup, 'warm-up');
  const own = await run(paths, seconds, 'own');
  return jobLine(job, packs, conns, own, await run([LIMIT_PATH], seconds / 3, 'limit'));
}

/** The n-th most popular product is asked for 1/n as often as the first (Zipf), each at least once. */
function pathsOf(job: PageJob, { slugs }: Goods): string[] {
  // A query name that no page knows: such a page is rendered for whoever asks and never kept.
  if (job === 'page-cold') return slugs.map((slug) => `/san-pham/${slug}?rieng=1`);
  return slugs.flatMap((slug, n) => Array<string>(Math.max(1, Math.floor(MOST_POPULAR / (n + 1)))).fill(`/san-pham/${slug}`));
}
