import fc from 'fast-check';
import { confirmedGoodsVnd, confirmedLines, missingOf, reducedPostageVnd, type OrderedLine } from './confirmation.rules.js';

const tea: OrderedLine = { id: 'tea', packId: 'pack-tea', quantity: 3, priceVnd: 70_000 };
const jam: OrderedLine = { id: 'jam', packId: 'pack-jam', quantity: 2, priceVnd: 45_500 };

describe('what a household has of an order', () => {
  it('is everything it does not name, and of the rest what it says', () => {
    const { lines, faults } = confirmedLines([tea, jam], [{ line: 'tea', quantity: 1 }]);
    expect(faults).toEqual([]);
    expect(lines.map((line) => line.confirmed)).toEqual([1, 2]);
    expect(confirmedGoodsVnd(lines)).toBe(161_000);
    expect(missingOf(lines)).toEqual([{ packId: 'pack-tea', quantity: 2 }]);
  });

  it('is never more than was ordered, nor of another order', () => {
    const answers = [
      { line: 'jam', quantity: 3 },
      { line: 'honey', quantity: 0 },
    ];
    expect(confirmedLines([tea, jam], answers).faults).toEqual([
      { index: 0, code: 'confirmation.too-many' },
      { index: 1, code: 'confirmation.line-unknown' },
    ]);
  });

  it('and what is missing add up to what was ordered', () => {
    const line = fc.record({ quantity: fc.integer({ min: 1, max: 999 }), priceVnd: fc.integer({ min: 0, max: 10_000_000 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.nat(999)), { minLength: 1, maxLength: 20 }), (drawn) => {
        const ordered = drawn.map(([one], index) => ({ ...one, id: String(index), packId: `p${index}` }));
        const answers = drawn.map(([one, has], index) => ({ line: String(index), quantity: Math.min(has, one.quantity) }));
        const { lines } = confirmedLines(ordered, answers);
        const missing = new Map(missingOf(lines).map((pack) => [pack.packId, pack.quantity]));
        for (const { packId, quantity, confirmed } of lines) expect(confirmed + (missing.get(packId) ?? 0)).toBe(quantity);
      }),
    );
  });

  it.each([
    [22_000, 18_000, 18_000],
    [22_000, 25_000, 22_000],
    [22_000, null, 22_000],
  ])('costs in postage, agreed %s and quoted %s: %s', (agreed, quoted, paid) => {
    expect(reducedPostageVnd(agreed, quoted)).toBe(paid);
  });
});
