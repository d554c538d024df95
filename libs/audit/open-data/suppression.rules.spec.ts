import { SeededNumbers } from '@choxa/testing';
import { computable, type Equation } from './computable.factory.js';
import { FEWEST_BEHIND, leftOut, type PlaceFigure } from './suppression.rules.js';

const seed = Date.now() % 1_000_000;
const PERIODS = ['Q1', 'Q2', 'Q3', 'Q4', 'year'] as const;
type PeriodName = (typeof PERIODS)[number];
const nation = (behind: number): PlaceFigure => ({ code: 'VN', parent: null, behind });
const province = (code: string, behind: number): PlaceFigure => ({ code, parent: 'VN', behind });
const out = (...figures: PlaceFigure[]) => [...leftOut(figures)].sort();

describe('an attack by subtraction', () => {
  it('finds what is left out alone, and not two of one sum', () => {
    const sums = [
      { whole: 'VN', parts: ['01', '31'] },
      { whole: '31', parts: ['31001', '31002'] },
    ];
    expect([...computable(['31'], sums)]).toEqual(['31']);
    expect([...computable(['01', '31', '31001'], sums)]).toEqual([]);
    expect([...computable(['31', '31001'], sums)].sort()).toEqual(['31', '31001']);
  });
});

describe('figures of few', () => {
  it('are left out from one to four, and only they where nothing can be computed', () => {
    expect(out(nation(104), province('01', 100), province('31', 4), province('92', 0))).toEqual(['01', '31']);
    expect(out(nation(105), province('01', 100), province('31', 5))).toEqual([]);
    expect(out(nation(0), province('01', 0))).toEqual([]);
  });

  it('take the smallest other part with them, so that the whole does not give them away', () => {
    expect(out(nation(170), province('01', 100), province('31', 4), province('92', 6), province('68', 60))).toEqual(['31', '92']);
    expect(out(nation(63), province('31', 1), province('92', 2), province('68', 60))).toEqual(['31', '68', '92']);
  });

  it('take the whole with them where there is no other part', () => {
    expect(out(nation(3), province('31', 3))).toEqual(['31', 'VN']);
  });

  it('take a part with them that is left out for its own whole', () => {
    const communes: PlaceFigure[] = [
      { code: '31001', parent: '31', behind: 30 },
      { code: '31002', parent: '31', behind: 20 },
    ];
    expect(out(nation(100), province('01', 47), province('92', 3), province('31', 50), ...communes)).toEqual(['01', '92']);
    expect(out(nation(100), province('01', 97), province('92', 3), ...communes.slice(1).map((c) => ({ ...c, parent: '01' })))).toEqual([
      '01',
      '31002',
      '92',
    ]);
  });

  it(`cannot be computed from what is published, over places and quarters (seed ${seed})`, () => {
    const numbers = new SeededNumbers(seed);
    for (let round = 0; round < 40; round += 1) {
      const history = randomYear(numbers);
      const hidden = hiddenOf(history);
      const names = PERIODS.flatMap((period) => [...hidden[period]].map((code) => `${period} ${code}`));
      expect([...computable(names, equationsOf(history))]).toEqual([]);
      for (const period of PERIODS)
        for (const { code, behind } of history[period]) if (behind && behind < FEWEST_BEHIND) expect(hidden[period]).toContain(code);
    }
  });
});

/** Four quarters of a nation of four provinces with three communes each, most of them small, and the year they make. */
function randomYear(numbers: SeededNumbers): Record<PeriodName, PlaceFigure[]> {
  const communes = ['01', '31', '68', '92'].flatMap((parent) => ['1', '2', '3'].map((n) => ({ parent, code: `${parent}00${n}` })));
  const amounts = PERIODS.slice(0, 4).map(() => communes.map(() => numbers.below(3) * numbers.below(12)));
  const year = communes.map((_, index) => amounts.reduce((sum, quarter) => sum + quarter[index]!, 0));
  const withWholes = (behind: number[]): PlaceFigure[] => {
    const parts = communes.map((commune, index) => ({ ...commune, behind: behind[index]! }));
    const sumOf = (code: string) => parts.filter(({ parent }) => parent === code).reduce((sum, part) => sum + part.behind, 0);
    const provinces = ['01', '31', '68', '92'].map((code) => province(code, sumOf(code)));
    return [nation(behind.reduce((sum, part) => sum + part, 0)), ...provinces, ...parts];
  };
  const [Q1, Q2, Q3, Q4] = amounts.map(withWholes) as [PlaceFigure[], PlaceFigure[], PlaceFigure[], PlaceFigure[]];
  return { Q1, Q2, Q3, Q4, year: withWholes(year) };
}

function hiddenOf(history: Record<PeriodName, PlaceFigure[]>): Record<PeriodName, Set<string>> {
  const [Q1, Q2, Q3, Q4] = (['Q1', 'Q2', 'Q3', 'Q4'] as const).map((quarter) => leftOut(history[quarter])) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  return { Q1, Q2, Q3, Q4, year: leftOut(history.year, new Set([Q1, Q2, Q3, Q4].flatMap((quarter) => [...quarter]))) };
}

/** All sums a reader knows of: each whole of its parts, each year of its quarters. */
function equationsOf(history: Record<PeriodName, PlaceFigure[]>): Equation[] {
  const ofPlaces = PERIODS.flatMap((period) =>
    history[period].map(({ code }) => ({
      whole: `${period} ${code}`,
      parts: history[period].filter(({ parent, behind }) => parent === code && behind).map((part) => `${period} ${part.code}`),
    })),
  );
  const ofQuarters = history.year.map(({ code }) => ({
    whole: `year ${code}`,
    parts: PERIODS.slice(0, 4).map((period) => `${period} ${code}`),
  }));
  return [...ofPlaces.filter(({ parts }) => parts.length), ...ofQuarters];
}
