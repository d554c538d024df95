import { cutIntoStrata, drawSample, type FrameUnit } from './draw.rules.js';
import { estimateShare, stratumInterval, wilson, type Seen } from './interval.rules.js';

/** Fixed unless told, so that a build does not fail by chance: the interval misses one time in twenty by what it is. */
const SEED = process.env.SAMPLE_SEED ?? 'coverage';
const SEEDS = 1_000;

const four = (value: number) => Number(value.toFixed(4));

describe('Wilson’s interval', () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3; the first two are plain arithmetic.
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %d to %d', (right, judged, low, high) => {
    const interval = wilson(right / judged, judged);
    expect([four(interval.low), four(interval.high)]).toEqual([low, high]);
  });

  it('ends at 1 where all were right, and is the share itself where every unit was seen', () => {
    expect(wilson(1, 12).high).toBe(1);
    expect(stratumInterval({ units: 7, judged: 7, right: 5 })).toEqual({ low: 5 / 7, high: 5 / 7 });
    expect(stratumInterval({ units: 1, judged: 1, right: 1 })).toEqual({ low: 1, high: 1 });
    expect(stratumInterval({ units: 7, judged: 0, right: 0 })).toBeNull();
  });
});

describe('the share of a whole frame', () => {
  it('weighs each stratum by its part of the frame, not of the sample', () => {
    const estimate = estimateShare([
      { units: 900, judged: 10, right: 10 },
      { units: 100, judged: 10, right: 5 },
    ])!;
    expect(four(estimate.share)).toBe(0.95);
    expect(estimate.low).toBeLessThan(0.95);
    expect(estimate.high).toBeGreaterThan(0.95);
  });

  it('has the interval of one plain sample where there is one stratum, and is never surer than that where several are served alike', () => {
    const plain = estimateShare([{ units: 100_000_000, judged: 263, right: 81 }])!;
    expect([four(plain.low), four(plain.high)]).toEqual([0.2553, 0.3662]);
    const halves = estimateShare([
      { units: 10_000, judged: 100, right: 100 },
      { units: 10_000, judged: 100, right: 60 },
    ])!;
    expect(halves.effectiveSize).toBeCloseTo(200 / (1 - 99 / 9_999), 6);
  });

  it('speaks of the strata in which something was judged, and of nothing where nothing was', () => {
    expect(estimateShare([{ units: 5, judged: 0, right: 0 }])).toBeNull();
    expect(
      estimateShare([
        { units: 50, judged: 5, right: 5 },
        { units: 9, judged: 0, right: 0 },
      ]),
    ).toMatchObject({ share: 1, high: 1, units: 50 });
  });
});

describe(`the interval of a sample of 400 out of 20,000 with 3 % wrong labels (seed ${SEED})`, () => {
  // Issue 6: it covers the truth in at least 93 % of 1,000 seeds. Mutants: interval-too-narrow, seed-ignored.
  const WRONG = 600;
  const FRAME = 20_000;
  const idOf = (at: number) => String(at).padStart(5, '0');
  const frameOf = (stratumOf: (at: number) => string): FrameUnit[] =>
    Array.from({ length: FRAME }, (_, at) => {
      const [provinceCode, setCode] = stratumOf(at).split('/') as [string, string];
      return { productId: idOf(at), provinceCode, setCode, communeCode: '', householdId: '', compliant: true };
    });

  it.each<[string, (at: number) => string, (at: number) => boolean]>([
    ['one stratum', () => '01/13', (at) => at < WRONG],
    ['thirty even strata', (at) => `${10 + (at % 6)}/${10 + (at % 5)}`, (at) => at % 1_000 < 30],
    [
      'uneven strata, of which the small ones are the bad ones',
      // Twenty strata of ten units, one of 800, one of 19,000.
      (at) => (at < 200 ? `${10 + (at % 20)}/11` : at < 1_000 ? '50/12' : '60/13'),
      (at) => (at < 200 ? at % 2 === 0 : at < 1_000 ? at % 2 === 0 : at >= FRAME - 100),
    ],
  ])('covers the truth in at least 93 %% of 1,000 draws: %s', (_, stratumOf, isWrong) => {
    const frame = frameOf(stratumOf);
    const wrong = new Set(
      frame
        .map((__, at) => at)
        .filter(isWrong)
        .map(idOf),
    );
    expect(wrong.size).toBe(WRONG);
    const truth = 1 - WRONG / FRAME;
    const cut = cutIntoStrata(frame, 400);
    let covered = 0;
    for (let run = 0; run < SEEDS; run += 1) {
      const items = drawSample(cut, { seed: `${SEED} ${run}`, size: 400, doublePercent: 0 });
      const seen = new Map<string, Seen>(cut.strata.map(({ key, units }) => [key, { units: units.length, judged: 0, right: 0 }]));
      for (const { productId, stratum } of items) {
        const counts = seen.get(stratum)!;
        counts.judged += 1;
        if (!wrong.has(productId)) counts.right += 1;
      }
      const { low, high } = estimateShare([...seen.values()])!;
      if (low <= truth && truth <= high) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(0.93 * SEEDS);
    expect(covered).toBeLessThan(SEEDS);
  });
});
