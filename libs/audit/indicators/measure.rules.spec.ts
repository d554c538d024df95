import { valueOf, type Measure } from './measure.rules.js';

describe('a value', () => {
  it.each([
    ['share', 2, 3, '66.66'],
    ['growth', 130, 100, '30.00'],
    ['growth', 3, 1, '200.00'],
    ['growth', 100, 100, '0.00'],
    ['growth', 2, 3, '-33.34'],
    ['growth', 99_999, 100_000, '-0.01'],
    ['growth', 0, 7, '-100.00'],
    ['per_head', 7, 3, '2.33'],
    ['per_head', 1, 200, '0.00'],
    ['hours', 150, 1, '2.5'],
    ['hours', 359, 2, '2.9'],
    ['hours', 0, 2, '0.0'],
  ] as [Measure, number, number, string][])('of %s, %i over %i, is %s', (measure, numerator, denominator, value) => {
    expect(valueOf(measure, numerator, denominator)).toBe(value);
  });

  it.each(['share', 'growth', 'per_head', 'hours'] as const)('of %s is none where there is nothing to measure by', (measure) => {
    expect(valueOf(measure, 0, 0)).toBeNull();
  });
});
