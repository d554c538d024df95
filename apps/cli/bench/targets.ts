import type { RebuildLine } from './audit.js';
import type { ShoppersLine } from './audit-shoppers.js';
import { PATH_JOB, QUOTE_JOB } from './post-network.js';
import { DRAWING_JOB } from './drawing.js';
import { SCAN_JOB } from './scan-intake.js';
import { SHIPPING_LABELS_JOB } from './shipping-labels.js';
import { TRACKING_JOB } from './tracking.js';
import type { JobLine } from './figures.js';
import type { LighthouseLine } from './lighthouse.js';
import type { SheetLine } from './product-sheet.js';

export interface ColdStartLine {
  job: 'cold-start';
  packs: number;
  coldStartMs: number;
  idleMemoryMb: number | null;
}

const PROMISED_PACKS = 10_000;

/** What is promised at that size, one API process, two cores; each with the words for a miss. */
const TARGETS: { of: (line: JobLine) => boolean; met: (line: JobLine) => boolean; says: string }[] = [
  { of: ({ job }) => job === DRAWING_JOB, met: ({ ratio }) => ratio >= 0.8, says: 'label-drawing ≥ 0.8 × bwip-js' },
  { of: ({ job }) => job === SHIPPING_LABELS_JOB, met: ({ p95 }) => p95 <= 5_000, says: '200 shipping labels p95 ≤ 5 s' },
  { of: ({ job }) => job === PATH_JOB, met: ({ p99 }) => p99 <= 1, says: 'path p99 ≤ 1 ms' },
  { of: ({ job }) => job === QUOTE_JOB, met: ({ p95 }) => p95 <= 5, says: 'quote p95 ≤ 5 ms' },
  {
    of: ({ job }) => job === SCAN_JOB,
    met: ({ perSecond, p99, ratio }) => perSecond >= 6_000 && p99 <= 500 && ratio >= 0.5,
    says: 'scan-intake ≥ 6,000/s, p99 of a batch ≤ 500 ms, ≥ 0.5 × COPY',
  },
  {
    of: ({ job, conns }) => job === TRACKING_JOB && conns >= 8,
    met: ({ perSecond }) => perSecond >= 4_000,
    says: 'tracking ≥ 4,000/s',
  },
  { of: ({ job }) => job === 'audit-headline', met: ({ p95 }) => p95 <= 300, says: 'headline of the nation p95 ≤ 300 ms' },
  { of: ({ job }) => job === 'audit-drill', met: ({ p95 }) => p95 <= 500, says: 'any drill p95 ≤ 500 ms' },
  { of: ({ job }) => job === 'audit-report', met: ({ p95 }) => p95 <= 10_000, says: 'quarterly report p95 ≤ 10 s' },
  {
    of: ({ job, conns }) => job === 'list' && conns === 8,
    met: ({ ratio, perSecond }) => ratio >= 0.7 && perSecond >= 2_000,
    says: 'list ≥ 0.7 × limit, ≥ 2,000/s',
  },
  {
    of: ({ job, conns }) => job.startsWith('search') && conns === 8,
    met: ({ p95, perSecond }) => p95 <= 15 && perSecond >= 1_000,
    says: 'search ≥ 1,000/s, p95 ≤ 15 ms',
  },
  { of: ({ job, conns }) => job === 'detail' && conns === 8, met: ({ perSecond }) => perSecond >= 3_000, says: 'detail ≥ 3,000/s' },
  { of: ({ job, conns }) => job === 'checkout' && conns === 32, met: ({ perSecond }) => perSecond >= 300, says: 'checkout ≥ 300/s' },
  {
    of: ({ job, conns }) => job === 'checkout-hot' && conns === 32,
    met: ({ perSecond }) => perSecond >= 100,
    says: 'checkout-hot ≥ 100/s',
  },
  {
    of: ({ job, conns }) => job === 'page' && conns === 8,
    met: (line) => line.perSecond >= 300 && line.p95 <= 40,
    says: 'page ≥ 300/s, p95 ≤ 40 ms',
  },
];
const COLD_START_MS = 4_000;
const IDLE_MEMORY_MB = 200;

/** The targets of these lines that were missed, in words; empty when none was, and of a market of another size. */
export function missed(lines: readonly JobLine[], start: ColdStartLine): string[] {
  if (start.packs !== PROMISED_PACKS) return [];
  const slow = missedTargets(lines);
  if (start.coldStartMs > COLD_START_MS) slow.push(`cold start ≤ ${COLD_START_MS} ms: ${start.coldStartMs}`);
  if ((start.idleMemoryMb ?? 0) > IDLE_MEMORY_MB) slow.push(`idle memory ≤ ${IDLE_MEMORY_MB} MB: ${start.idleMemoryMb}`);
  return slow;
}

/** The targets of these lines that were missed, whatever the size of the market. */
export function missedTargets(lines: readonly JobLine[]): string[] {
  return lines.flatMap((line) =>
    TARGETS.filter((target) => target.of(line) && !target.met(line)).map((target) => `${target.says}: ${JSON.stringify(line)}`),
  );
}

const SHEET_MS = 60_000;
const SHEET_MEMORY_MB = 300;

/** The targets of a full product sheet that were missed. */
export function missedBySheet({ previewMs, importMs, memoryMoreMb }: SheetLine): string[] {
  const missedOnes: string[] = [];
  if (previewMs + importMs > SHEET_MS) missedOnes.push(`product-sheet ≤ ${SHEET_MS} ms: ${previewMs + importMs}`);
  if ((memoryMoreMb ?? 0) > SHEET_MEMORY_MB) missedOnes.push(`product-sheet ≤ ${SHEET_MEMORY_MB} MB more: ${memoryMoreMb}`);
  return missedOnes;
}

const REBUILD_SECONDS = 600;
const REBUILD_MEMORY_MB = 1_024;
const BESIDE_REPORTS = 1.3;

/** The targets that making the facts anew (null: they were there), or shoppers beside reports, missed. */
export function missedByAudit(rebuild: RebuildLine | null, { ratio }: Pick<ShoppersLine, 'ratio'>): string[] {
  const missedOnes: string[] = [];
  if (rebuild && rebuild.seconds > REBUILD_SECONDS) missedOnes.push(`audit-rebuild ≤ ${REBUILD_SECONDS} s: ${rebuild.seconds}`);
  if ((rebuild?.memoryMb ?? 0) > REBUILD_MEMORY_MB) missedOnes.push(`audit-rebuild ≤ ${REBUILD_MEMORY_MB} MB: ${rebuild!.memoryMb}`);
  if (ratio > BESIDE_REPORTS) missedOnes.push(`shoppers' p95 beside reports ≤ ${BESIDE_REPORTS} ×: ${ratio}`);
  return missedOnes;
}

/** Shop pages that missed what experience.md asks of them (its budgets). */
export function missedByPages(lines: readonly LighthouseLine[]): string[] {
  const met = ({ performance, accessibility, bestPractices, seo, lcpMs, cls }: LighthouseLine): boolean =>
    performance >= 95 && accessibility === 100 && bestPractices >= 95 && seo >= 95 && lcpMs <= 2_000 && cls <= 0.05;
  return lines.filter((line) => !met(line)).map((line) => `lighthouse ≥ 95/100/95/95, LCP ≤ 2.0 s, CLS ≤ 0.05: ${JSON.stringify(line)}`);
}
