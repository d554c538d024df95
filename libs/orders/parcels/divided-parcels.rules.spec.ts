import fc from 'fast-check';
import { divide, endOf, shares, wrongLines } from './divided-parcels.rules.js';

const tea = { id: 'tea', quantity: 3, priceVnd: 90_000, weightGrams: 250 };
const jam = { id: 'jam', quantity: 1, priceVnd: 45_000, weightGrams: 500 };

describe('a seller order in several parcels', () => {
  it('gives each parcel its goods, and shares the postage by weight', () => {
    const parcels = [
      { lines: [{ line: 'tea', quantity: 2 }] },
      {
        lines: [
          { line: 'tea', quantity: 1 },
          { line: 'jam', quantity: 1 },
        ],
      },
    ];
    expect(divide([tea, jam], parcels, { postageVnd: 22_001, prepaid: false })).toMatchObject([
      { weightGrams: 500, goodsVnd: 180_000, postageVnd: 8_801, codVnd: 188_801 },
      { weightGrams: 750, goodsVnd: 135_000, postageVnd: 13_200, codVnd: 148_200 },
    ]);
  });

  it('takes the weight the household found, and collects nothing of what is paid', () => {
    const parcels = [
      { lines: [{ line: 'tea', quantity: 3 }], weightGrams: 1_000 },
      { lines: [{ line: 'jam', quantity: 1 }], weightGrams: 3_000 },
    ];
    expect(divide([tea, jam], parcels, { postageVnd: 20_000, prepaid: true })).toMatchObject([
      { postageVnd: 5_000, codVnd: 0 },
      { postageVnd: 15_000, codVnd: 0 },
    ]);
  });

  it('adds up to the đồng, whatever is shared', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), weights, (amount, grams) => {
        const parts = shares(amount, grams);
        return parts.reduce((sum, part) => sum + part, 0) === amount && parts.every((part) => part >= 0);
      }),
    );
  });

  it.each([
    [
      'too few',
      [
        { line: 'tea', quantity: 2 },
        { line: 'jam', quantity: 1 },
      ],
      ['tea'],
    ],
    [
      'too many',
      [
        { line: 'tea', quantity: 3 },
        { line: 'jam', quantity: 2 },
      ],
      ['jam'],
    ],
    [
      'unknown',
      [
        { line: 'tea', quantity: 3 },
        { line: 'jam', quantity: 1 },
        { line: 'x', quantity: 1 },
      ],
      ['x'],
    ],
    [
      'all',
      [
        { line: 'tea', quantity: 3 },
        { line: 'jam', quantity: 1 },
      ],
      [],
    ],
  ])('names lines of which %s units are in the parcels', (_, lines, wrong) => {
    expect(wrongLines([tea, jam], [{ lines }])).toEqual(wrong);
  });

  it('ends when its last parcel does: delivered if the buyer has any of it', () => {
    expect(endOf(['delivered', null])).toBeNull();
    expect(endOf(['returned', 'delivered'])).toBe('delivered');
    expect(endOf(['delivered', 'delivered'])).toBe('delivered');
    expect(endOf(['returned', 'returned'])).toBe('returned');
  });
});
