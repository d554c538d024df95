import type { Figure } from '../indicators/indicator.js';
import { sumOfPlaces } from './sum-of-places.rules.js';

const figure = (numerator: number, changes: Partial<Figure> = {}): Figure => ({
  numerator,
  denominator: 10,
  net: null,
  sides: [],
  ...changes,
});
const side = (key: string, numerator: number, denominator: number | null) => ({ key, numerator, denominator, unit: 'households' });

describe('the figure of several places', () => {
  it('adds what each counts, with what stands beside it', () => {
    const here = figure(3, { net: { numerator: 2, denominator: 10 }, sides: [side('matched', 4, 10), side('sessions', 1, null)] });
    const there = figure(5, { net: { numerator: 5, denominator: 10 }, sides: [side('matched', 6, 10)] });
    expect(sumOfPlaces([here, there])).toEqual({
      numerator: 8,
      denominator: 20,
      net: { numerator: 7, denominator: 20 },
      sides: [side('matched', 10, 20), side('sessions', 1, null)],
    });
  });

  it('is nothing of nothing for none, and has no net figure where a place tells none', () => {
    expect(sumOfPlaces([])).toEqual({ numerator: 0, denominator: 0, net: null, sides: [] });
    expect(sumOfPlaces([figure(3, { net: { numerator: 3, denominator: 10 } }), figure(1)]).net).toBeNull();
  });
});
