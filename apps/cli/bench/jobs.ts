import type { ScanLane } from './scan-stock.js';
import { asOftenAsTyped, typedTexts, type Wanted } from './typed-texts.js';

/** What the jobs ask for, read from the seeded database. */
export interface Goods {
  slugs: string[];
  /** Of the same products. */
  wanted: Wanted[];
  setCodes: string[];
  /** A thousand packs of which there are plenty, cheap enough to be paid in cash on delivery by anybody. */
  packIds: string[];
  /** Where buyers live. */
  addresses: { communeCode: string; provinceCode: string }[];
}

/** What a load process does over and over on each connection. */
export type Work =
  /** `callers`: each from an address of its own, as the network sends them. */
  | { kind: 'get'; paths: string[]; callers?: boolean }
  /** A lane for each connection, `batch` scans at a time. */
  | { kind: 'scans'; lanes: ScanLane[]; batch: number }
  | { kind: 'checkout'; packIds: string[]; addresses: Goods['addresses'] }
  | { kind: 'bare-order'; packIds: string[] };

export const BARE_ORDER_PATH = '/bare-order';

const list = (more: string): string => `/api/v1/products?limit=24&facets=true${more}`;

/** Paths of the jobs that only read. Facet counts are asked for as the shop's pages do. */
const READS = {
  list: () => [list('')],
  'list-set': ({ setCodes }: Goods) => setCodes.map((code) => list(`&set=${code}`)),
  'list-name': () => [list('&sort=name')],
  'list-price': () => [list('&sort=price'), list('&sort=-price')],
  'search-plain': () => [list(`&q=${encodeURIComponent('ca phe')}`)],
  'search-accents': () => [list(`&q=${encodeURIComponent('cà phê')}`)],
  'search-typed': ({ wanted }: Goods) => asOftenAsTyped(typedTexts(wanted)).map((text) => list(`&q=${encodeURIComponent(text)}`)),
  // Each of twenty thousand addresses is asked once in a while, so that nothing kept answers: the first two words of a name and a lowest price.
  'many-searches': ({ slugs }: Goods) =>
    Array.from({ length: 20_000 }, (_, n) => list(`&q=${slugs[n % slugs.length]!.split('-').slice(0, 2).join('+')}&minPriceVnd=${n}`)),
  detail: ({ slugs }: Goods) => slugs.map((slug) => `/api/v1/products/${slug}`),
} as const satisfies Record<string, (goods: Goods) => string[]>;

export type ReadJob = keyof typeof READS;
/** Orders of packs here and there, and of one that everybody wants. */
const CHECKOUTS = ['checkout', 'checkout-hot'] as const;
export type JobName = ReadJob | (typeof CHECKOUTS)[number];

export const JOB_NAMES: readonly JobName[] = [...(Object.keys(READS) as ReadJob[]), ...CHECKOUTS];

/** Whether a job places orders, which make work for others afterwards. */
export function isCheckout(job: JobName): job is (typeof CHECKOUTS)[number] {
  return (CHECKOUTS as readonly string[]).includes(job);
}

/** The paths of a job that only reads; null for a checkout. */
export function pathsOf(job: JobName, goods: Goods): string[] | null {
  return isCheckout(job) ? null : READS[job](goods);
}

/** What is asked of the API and, for the limit, of the bare server. */
export function workOf(job: JobName, goods: Goods): { own: Work; limit: Work } {
  const paths = pathsOf(job, goods);
  if (paths) return { own: { kind: 'get', paths }, limit: { kind: 'get', paths } };
  const { addresses } = goods;
  const packIds = job === 'checkout-hot' ? goods.packIds.slice(0, 1) : goods.packIds;
  return { own: { kind: 'checkout', packIds, addresses }, limit: { kind: 'bare-order', packIds } };
}
