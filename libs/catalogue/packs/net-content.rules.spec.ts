import fc from 'fast-check';
import { estimatedWeightGrams, formatNetContent, isNetContent, NET_CONTENT_UNIT_CODES, unitPriceVnd } from './net-content.rules.js';

describe('net content', () => {
  it('reads as on a Vietnamese label', () => {
    expect(formatNetContent(500, 'g')).toBe('500 g');
    expect(formatNetContent(1.5, 'kg')).toBe('1,5 kg');
    expect(formatNetContent(1, 'box')).toBe('1 hộp');
    expect(formatNetContent(12, 'bottle')).toBe('12 chai');
  });

  it('makes packs of different sizes comparable', () => {
    expect(unitPriceVnd(120_000, 500, 'g')).toBe(240_000);
    expect(unitPriceVnd(90_000, 1.5, 'kg')).toBe(60_000);
    expect(unitPriceVnd(35_000, 700, 'ml')).toBe(50_000);
    expect(unitPriceVnd(10_000_000_000, 0.001, 'g')).toBeNull();
    expect(unitPriceVnd(100_000, 3, 'piece')).toBe(33_333);
  });

  it('is kept to the thousandth', () => {
    expect([0.001, 1.5, 0.075, 999_999.999].map(isNetContent)).toEqual([true, true, true, true]);
    expect([0, -1, 0.0005, 1.2345].map(isNetContent)).toEqual([false, false, false, false]);
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (thousandths) => isNetContent(thousandths / 1000)));
  });

  it('gives every pack a weight to quote postage with', () => {
    expect(estimatedWeightGrams(500, 'g')).toBe(550);
    expect(estimatedWeightGrams(1, 'kg')).toBe(1100);
    expect(estimatedWeightGrams(330, 'ml')).toBe(363);
    expect(estimatedWeightGrams(2, 'box')).toBe(500);
    expect(estimatedWeightGrams(null, null)).toBe(500);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1_000_000, noNaN: true }), fc.constantFrom(...NET_CONTENT_UNIT_CODES), (value, unit) => {
        const grams = estimatedWeightGrams(value, unit);
        return Number.isInteger(grams) && grams > 0;
      }),
    );
  });
});
