import fc from 'fast-check';
import { partTaken, type ContentToTake } from './part-taken.rules.js';

const CONTENTS: ContentToTake[] = [
  { line: 1, quantity: 1, unitPriceVnd: 50_000 },
  { line: 2, quantity: 2, unitPriceVnd: 24_000 },
];
const COD = 120_000;

describe('a parcel of which a part is taken', () => {
  it('costs the recipient the price of what was taken, and the whole postage', () => {
    expect(partTaken(CONTENTS, [{ line: 2, quantity: 1 }], COD)).toEqual({
      taken: [1, 1],
      collectVnd: 96_000,
      cancelVnd: 24_000,
      unitsBack: 1,
      units: 3,
    });
  });

  it('is an ordinary delivery when everything was taken', () => {
    expect(partTaken(CONTENTS, [], COD)).toBeNull();
    expect(partTaken(CONTENTS, [{ line: 1, quantity: 1 }], COD)).toBeNull();
  });

  it('needs no prices where there is no cash to collect', () => {
    const unpriced = CONTENTS.map((content) => ({ ...content, unitPriceVnd: null }));
    expect(partTaken(unpriced, [{ line: 1, quantity: 0 }], 0)).toMatchObject({ collectVnd: 0, cancelVnd: 0 });
    expect(partTaken(unpriced, [{ line: 1, quantity: 0 }], COD)).toBe('delivery.no-prices');
  });

  it('is refused for foreign lines, a line twice, too many, nothing at all, and prices above the cash', () => {
    expect(partTaken(CONTENTS, [{ line: 3, quantity: 0 }], COD)).toBe('delivery.line-unknown');
    expect(
      partTaken(
        CONTENTS,
        [1, 1].map((line) => ({ line, quantity: 0 })),
        COD,
      ),
    ).toBe('delivery.line-unknown');
    expect(partTaken(CONTENTS, [{ line: 1, quantity: 2 }], COD)).toBe('delivery.too-many');
    expect(
      partTaken(
        CONTENTS,
        [1, 2].map((line) => ({ line, quantity: 0 })),
        COD,
      ),
    ).toBe('delivery.nothing-taken');
    expect(partTaken(CONTENTS, [{ line: 1, quantity: 0 }], 97_999)).toBe('delivery.no-prices');
  });

  it('splits the cash without a đồng won or lost, whatever is taken', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      unitPriceVnd: fc.integer({ min: 0, max: 5_000_000 }),
      left: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(200_000), (lines, postageVnd) => {
        const contents = lines.map(({ quantity, unitPriceVnd }, index) => ({ line: index + 1, quantity, unitPriceVnd }));
        const goodsVnd = contents.reduce((all, { quantity, unitPriceVnd }) => all + quantity * unitPriceVnd, 0);
        const said = lines.map(({ quantity, left }, index) => ({ line: index + 1, quantity: Math.max(0, quantity - left) }));
        const part = partTaken(contents, said, goodsVnd + postageVnd);
        if (part === null || typeof part === 'string') return;
        expect(part.collectVnd + part.cancelVnd).toBe(goodsVnd + postageVnd);
        expect(part.collectVnd).toBeGreaterThanOrEqual(postageVnd);
        expect(part.cancelVnd).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
