import { shareOf } from './share-of.js';

it.each([
  [0, 0, null],
  [0, 3, '0.00'],
  [2, 3, '66.66'],
  [24_999, 25_000, '99.99'],
  [9_999_999, 10_000_000, '99.99'],
  [57, 100, '57.00'],
  [29, 100, '29.00'],
  [7, 7, '100.00'],
])('%d of %d is %s, never rounded up', (numerator, denominator, share) => {
  expect(shareOf(numerator, denominator)).toBe(share);
});
