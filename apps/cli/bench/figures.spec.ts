import fc from 'fast-check';
import { joined, jobLine, median, percentile, type Run } from './figures.js';

const run = (times: number[], seconds: number, errors = 0): Run => ({ times: Float64Array.from(times), seconds, errors });

describe('percentiles', () => {
  it('are values that occurred', () => {
    const times = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([0.5, 0.95, 0.99, 0.1, 1].map((share) => percentile(times, share))).toEqual([5, 10, 10, 1, 10]);
    expect(percentile([7], 0.5)).toBe(7);
    expect(percentile([], 0.5)).toBe(0);
  });

  it('leave at most their share of all values above them, and no smaller value does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = percentile(sorted, percent / 100);
        const upTo = (limit: number) => sorted.filter((value) => value <= limit).length;
        expect(upTo(found) * 100).toBeGreaterThanOrEqual(percent * sorted.length);
        expect(upTo(found - 1) * 100).toBeLessThan(percent * sorted.length);
      }),
    );
  });

  it('give the middle of three starts', () => expect(median([900, 1500, 1000])).toBe(1000));
});

describe('a line', () => {
  it('joins the slices of a job and sets it against the limit', () => {
    const own = joined([run([4, 1], 1), run([3, 2], 1, 1)]);
    expect(jobLine('list', 100, 8, own, run([1, 1, 1, 1, 1, 1, 1, 1], 2))).toEqual({
      job: 'list',
      packs: 100,
      conns: 8,
      perSecond: 2,
      p50: 2,
      p95: 4,
      p99: 4,
      errors: 1,
      limitPerSecond: 4,
      ratio: 0.5,
    });
  });

  it('counts the failures of the limit too, for its figure is then worth nothing', () => {
    expect(jobLine('list', 100, 8, run([1], 1), run([], 1, 2))).toMatchObject({ errors: 2, limitPerSecond: 0, ratio: 0 });
  });
});
