import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.js';
import { ROOT } from '../root.js';
import { rounded } from './figures.js';
import { freePort } from './processes.js';

export const LIGHTHOUSE_JOB = 'lighthouse';
const START_WITHIN_MS = 240_000;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** A shop page as Lighthouse sees it on a phone: scores 0–100, the largest contentful paint in ms, the layout shift. */
export interface LighthouseLine {
  job: typeof LIGHTHOUSE_JOB;
  path: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcpMs: number;
  cls: number;
}

interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Looks at the shop's pages with demo goods, on a database of their own below `folder`. */
export async function measureLighthouse(folder: string): Promise<LighthouseLine[]> {
  const shop = await startShop(folder);
  try {
    const { data } = (await (await fetch(`${shop.origin}/api/v1/products?limit=50`)).json()) as {
      data: { slug: string; packId: string; inStock: boolean }[];
    };
    const sold = data.find(({ inStock }) => inStock);
    if (!sold) throw new Failure('Không có hàng mẫu.', 'There are no demo goods.');
    const pages: [path: string, cookie: string][] = [
      ['/', ''],
      ['/san-pham', ''],
      [`/san-pham/${sold.slug}`, ''],
      ['/gio-hang', await cartWith(shop.origin, sold.packId)],
    ];
    return await lookAt(shop.origin, pages);
  } finally {
    await shop.stop();
  }
}

async function lookAt(origin: string, pages: [path: string, cookie: string][]): Promise<LighthouseLine[]> {
  // The journeys know where a browser is. What the npm program does without stays out of it.
  const finder = pathToFileURL(join(ROOT, 'e2e', 'browser', 'find-browser.ts')).href;
  const { findBrowser } = (await import(finder)) as { findBrowser: () => Promise<Browser> };
  const [{ default: lighthouse }, { launch }, browser] = await Promise.all([
    import('lighthouse'),
    import('chrome-launcher'),
    findBrowser(),
  ]);
  const chromeFlags = [...browser.args, ...(browser.args.some((flag) => flag.startsWith('--headless')) ? [] : ['--headless=new'])];
  const chrome = await launch({ chromePath: browser.executablePath, chromeFlags, envVars: { ...process.env, ...browser.env } });
  try {
    const lines: LighthouseLine[] = [];
    for (const [path, cookie] of pages) {
      const flags = { port: chrome.port, logLevel: 'error' as const, onlyCategories: [...CATEGORIES] };
      // What is one visitor's alone asks search engines to stay away, on purpose.
      const own = cookie ? { extraHeaders: { Cookie: cookie }, skipAudits: ['is-crawlable'] } : {};
      const result = await lighthouse(origin + path, { ...flags, ...own });
      if (!result) throw new Failure(`Lighthouse không trả lời về ${path}.`, `Lighthouse says nothing of ${path}.`);
      const { categories, audits } = result.lhr;
      const score = (name: (typeof CATEGORIES)[number]): number => Math.round((categories[name]?.score ?? 0) * 100);
      for (const { id, title } of Object.values(audits).filter((audit) => audit.score === 0 && audit.scoreDisplayMode === 'binary'))
        process.stderr.write(`lighthouse ${path}: ${id}: ${title}\n`);
      lines.push({
        job: LIGHTHOUSE_JOB,
        path,
        performance: score('performance'),
        accessibility: score('accessibility'),
        bestPractices: score('best-practices'),
        seo: score('seo'),
        lcpMs: Math.round(audits['largest-contentful-paint']?.numericValue ?? NaN),
        cls: rounded(audits['cumulative-layout-shift']?.numericValue ?? NaN, 3),
      });
    }
    return lines;
  } finally {
    chrome.kill();
  }
}

/** The whole application as `npm start` starts it, demo data included. */
async function startShop(folder: string): Promise<{ origin: string; stop: () => Promise<void> }> {
  const [port, apiPort] = [await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: join(folder, 'shop'),
    PORT: String(port),
    API_PORT: String(apiPort),
    PUBLIC_URL: origin,
    DATABASE_URL: '',
  };
  const child = spawn(process.execPath, [join(ROOT, 'apps', 'cli', 'dist', 'main.js'), 'start'], { cwd: ROOT, env, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const until = Date.now() + START_WITHIN_MS;
  while (!(await answers(`${origin}/`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Failure('Không khởi động được gian hàng mẫu.', 'The demo shop did not start.');
    }
    await sleep(300);
  }
  return { origin, stop };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** The cookie of a new cart with one pack in it. */
async function cartWith(origin: string, packId: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${origin}/api/v1/cart/lines`, { method: 'POST', headers, body: JSON.stringify({ packId, quantity: 1 }) });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
