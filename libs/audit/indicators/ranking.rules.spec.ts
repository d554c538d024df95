import type { CellFigure } from './indicator.js';
import { lowestFirst, ranked } from './ranking.rules.js';

const cell = (code: string, numerator: number, denominator: number): CellFigure => ({
  code,
  name: code,
  numerator,
  denominator,
  net: null,
  sides: [],
});
const CELLS = [
  cell('a', 1, 2),
  cell('none', 0, 0),
  cell('b', 99_991, 100_000),
  cell('c', 3, 6),
  cell('d', 99_996, 100_000),
  cell('e', 0, 4),
];

describe('a ranking', () => {
  it('puts the highest value first, lets equals share a rank, and keeps those apart where none arose', () => {
    expect(ranked(CELLS).map(({ cell: { code }, rank }) => [code, rank])).toEqual([
      ['d', 1],
      ['b', 2],
      ['c', 3],
      ['a', 3],
      ['e', 5],
      ['none', null],
    ]);
  });

  it('is read from below where the work is looked for', () => {
    expect(lowestFirst(CELLS).map(({ code }) => code)).toEqual(['e', 'c', 'a', 'b', 'd', 'none']);
  });

  it('is empty without cells', () => {
    expect(ranked([])).toEqual([]);
  });
});
