import { lineFor, type PackingLine } from './pack-unit.rules.js';

const good = { expired: false, recalled: false };
const line = (change: Partial<PackingLine> = {}): PackingLine => ({ id: 'l1', packId: 'tea', wanted: 2, packed: 0, ...change });

describe('a unit scanned while packing', () => {
  it('goes to the line of its pack, as long as some is missing', () => {
    expect(lineFor([line({ id: 'jam', packId: 'jam' }), line({ packed: 1 })], 'tea', good)).toMatchObject({ line: { id: 'l1' } });
    expect(lineFor([line()], 'tea', null)).toMatchObject({ line: { id: 'l1' } });
  });

  it.each([
    ['another product', [line()], 'honey', good, 'packing.other-product'],
    ['a product the household does not have', [line({ wanted: 0 })], 'tea', good, 'packing.other-product'],
    ['one too many', [line({ packed: 2 })], 'tea', good, 'packing.enough'],
    ['a recalled lot', [line({ packed: 2 })], 'tea', { expired: true, recalled: true }, 'packing.lot-recalled'],
    ['an expired lot', [line()], 'tea', { expired: true, recalled: false }, 'packing.lot-expired'],
  ])('is refused when it is %s', (_, lines, packId, lot, fault) => {
    expect(lineFor(lines, packId, lot)).toEqual({ fault });
  });
});
