import * as fc from 'fast-check';
import { shareOf } from './share.rules.js';

describe('a share', () => {
  it.each([
    [2, 3, '66.66'],
    [1, 1, '100.00'],
    [0, 7, '0.00'],
    [24_999, 25_000, '99.99'],
    [99_996, 100_000, '99.99'],
    [999_999_999_999, 1_000_000_000_000, '99.99'],
    [1, 1_000_000, '0.00'],
    [29, 100, '29.00'],
    [57, 100, '57.00'],
  ])('of %i in %i is %s', (numerator, denominator, share) => {
    expect(shareOf(numerator, denominator)).toEqual({ numerator, denominator, share });
  });

  it('is none, not 100 %, where none arose', () => {
    expect(shareOf(0, 0)).toEqual({ numerator: 0, denominator: 0, share: null });
  });

  it.each([
    [1, 0],
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [Number.NaN, 1],
  ])('refuses %d in %d', (numerator, denominator) => {
    expect(() => shareOf(numerator, denominator)).toThrow(RangeError);
  });

  it('prints 100.00 exactly when whole, is never above the truth and less than a hundredth below', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        const [numerator, denominator] = [Math.min(a, b), Math.max(a, b, 1)];
        const { share } = shareOf(numerator, denominator);
        expect(share).toMatch(/^\d{1,3}\.\d\d$/);
        expect(share === '100.00').toBe(numerator === denominator);
        const hundredths = BigInt(share!.replace('.', ''));
        expect(hundredths * BigInt(denominator) <= BigInt(numerator) * 10_000n).toBe(true);
        expect((hundredths + 1n) * BigInt(denominator) > BigInt(numerator) * 10_000n).toBe(true);
      }),
    );
  });
});
