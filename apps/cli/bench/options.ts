import { parseArgs } from 'node:util';
import { wrongUse } from '../failure.js';
import { AUDIT_JOB } from './audit.js';
import { DRAWING_JOB } from './drawing.js';
import { JOB_NAMES, type JobName } from './jobs.js';
import { LIGHTHOUSE_JOB } from './lighthouse.js';
import { PAGE_JOBS, type PageJob } from './pages.js';
import { POST_JOBS, type PostJob } from './post-network.js';
import { SHEET_JOB } from './product-sheet.js';
import { SCAN_JOB } from './scan-intake.js';
import { SHIPPING_LABELS_JOB } from './shipping-labels.js';
import { TRACKING_JOB } from './tracking.js';

export interface BenchOptions {
  packs: number;
  /** Measured seconds per job and number of connections. */
  seconds: number;
  warmup: number;
  jobs: JobName[];
  /** Whether to measure the drawing of codes too. */
  drawing: boolean;
  /** Whether to measure the printing of shipping labels too. */
  shippingLabels: boolean;
  /** Whether to bring in a full product sheet too. */
  sheet: boolean;
  /** Ways and quotes of the post to measure too. */
  post: PostJob[];
  /** Whether to measure how fast scans are taken too. */
  scans: boolean;
  /** Whether to measure public look-ups of parcels among ten million scans too. */
  tracking: boolean;
  /** Whether to measure officials' figures over four large quarters too. */
  audit: boolean;
  pages: PageJob[];
  /** Whether to look at the shop's pages with Lighthouse too. */
  lighthouse: boolean;
  conns: number[];
  /** Folder whose database is kept and used again; null: a temporary one. */
  data: string | null;
}

/**
 * Reads `--packs N --seconds N --warmup N --jobs a,b --conns 1,8,32 --data FOLDER`.
 *
 * @throws Failure of wrong use, or Node's own of `parseArgs`
 */
export function readOptions(args: string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { packs: text, seconds: text, warmup: text, jobs: text, conns: text, data: text } });
  const names: readonly string[] = [
    ...JOB_NAMES,
    ...PAGE_JOBS,
    ...POST_JOBS,
    SCAN_JOB,
    TRACKING_JOB,
    AUDIT_JOB,
    DRAWING_JOB,
    SHIPPING_LABELS_JOB,
    SHEET_JOB,
    LIGHTHOUSE_JOB,
  ];
  const jobs = list(values.jobs ?? names.join());
  const unknown = jobs.find((job) => !names.includes(job));
  if (unknown !== undefined) throw wrongUse(`--jobs: không có việc "${unknown}"; có: ${names.join(', ')}`, `--jobs: no job "${unknown}"`);
  return {
    packs: whole('packs', values.packs ?? '10000', 100, 1_000_000),
    seconds: whole('seconds', values.seconds ?? '15', 1, 3600),
    warmup: whole('warmup', values.warmup ?? '5', 0, 600),
    jobs: JOB_NAMES.filter((job) => jobs.includes(job)),
    drawing: jobs.includes(DRAWING_JOB),
    shippingLabels: jobs.includes(SHIPPING_LABELS_JOB),
    sheet: jobs.includes(SHEET_JOB),
    post: POST_JOBS.filter((job) => jobs.includes(job)),
    scans: jobs.includes(SCAN_JOB),
    tracking: jobs.includes(TRACKING_JOB),
    audit: jobs.includes(AUDIT_JOB),
    pages: PAGE_JOBS.filter((job) => jobs.includes(job)),
    lighthouse: jobs.includes(LIGHTHOUSE_JOB),
    conns: list(values.conns ?? '1,8,32').map((conns) => whole('conns', conns, 1, 512)),
    data: values.data ?? null,
  };
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

function whole(name: string, text: string, from: number, to: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= from && value <= to))
    throw wrongUse(`--${name} phải là số nguyên ${from}–${to}`, `--${name} must be a whole number ${from}–${to}`);
  return value;
}
