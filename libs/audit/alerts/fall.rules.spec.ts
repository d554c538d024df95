import { fellBy } from './fall.rules.js';

const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('how far a share fell', () => {
  it.each([
    [share(9, 10), share(8, 10), 1000],
    [share(2, 3), share(1, 3), 3333],
    [share(1, 2), share(2, 2), -5000],
    [share(99_996, 100_000), share(99_990, 100_000), 0],
  ])('%j to %j is %i hundredths of a point', (before, after, hundredths) => {
    expect(fellBy(before, after)).toBe(hundredths);
  });

  it('is nothing where either did not arise', () => {
    expect([fellBy(share(0, 0), share(1, 2)), fellBy(share(1, 2), share(0, 0))]).toEqual([null, null]);
  });
});
