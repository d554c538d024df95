import type { JobLine } from './figures.js';
import { missed, missedByAudit, missedByPages, missedBySheet, type ColdStartLine } from './targets.js';

const start: ColdStartLine = { job: 'cold-start', packs: 10_000, coldStartMs: 4000, idleMemoryMb: 200 };
const line = (job: string, conns: number, figures: Partial<JobLine>): JobLine => ({
  ...{ packs: 10_000, perSecond: 100, p50: 1, p95: 30, p99: 99, errors: 0, limitPerSecond: 100, ratio: 0.6 },
  ...{ job, conns, ...figures },
});

describe('targets', () => {
  it('are met at exactly their figure', () => {
    const met = [
      line('list', 8, { ratio: 0.7, perSecond: 2_000 }),
      line('search-plain', 8, { p95: 15, perSecond: 1_000 }),
      line('detail', 8, { perSecond: 3_000 }),
      line('checkout', 32, { perSecond: 300 }),
      line('checkout-hot', 32, { perSecond: 100 }),
    ];
    expect(missed(met, start)).toEqual([]);
  });

  it('are told when missed', () => {
    const lines = [
      line('list', 8, { ratio: 0.69, perSecond: 2_000 }),
      line('search-accents', 8, { p95: 15.1, perSecond: 1_000 }),
      line('checkout', 32, { perSecond: 299.9 }),
    ];
    expect(missed(lines, { ...start, coldStartMs: 4001, idleMemoryMb: 201 })).toHaveLength(5);
  });

  it('say nothing of other numbers of connections, nor of a market of another size', () => {
    const lines = [line('search-plain', 32, { p95: 90 }), line('checkout', 1, { perSecond: 20 }), line('detail', 32, { perSecond: 100 })];
    expect(missed(lines, start)).toEqual([]);
    expect(missed([line('list', 8, { ratio: 0.1 })], { ...start, packs: 100_000 })).toEqual([]);
  });

  it('are missed by a product sheet that takes too long or too much memory', () => {
    const line = { job: 'product-sheet', rows: 20_000, previewMs: 2_000, importMs: 40_000, memoryMoreMb: 150, errors: 0 } as const;
    expect(missedBySheet(line)).toEqual([]);
    expect(missedBySheet({ ...line, importMs: 59_000, memoryMoreMb: 301 })).toHaveLength(2);
  });

  it('are missed by a shop page that is slow, jumps, or that not everybody can use', () => {
    const page = {
      job: 'lighthouse',
      path: '/',
      performance: 95,
      accessibility: 100,
      bestPractices: 95,
      seo: 95,
      lcpMs: 2000,
      cls: 0.05,
    } as const;
    expect(missedByPages([page])).toEqual([]);
    expect(
      missedByPages([
        { ...page, accessibility: 99 },
        { ...page, cls: 0.06 },
        { ...page, lcpMs: 2001 },
      ]),
    ).toHaveLength(3);
  });

  it('of the audit are told apart', () => {
    const shoppers = { ratio: 1.3 };
    expect(missedByAudit({ job: 'audit-rebuild', seconds: 600, memoryMb: 1024 }, shoppers)).toEqual([]);
    expect(missedByAudit({ job: 'audit-rebuild', seconds: 601, memoryMb: 1025 }, { ...shoppers, ratio: 1.31 })).toHaveLength(3);
    expect(missedByAudit(null, shoppers)).toEqual([]);
  });
});
