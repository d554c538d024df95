import { createHash, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { allocate } from './allocation.rules.js';
import { cutIntoStrata, drawSample, frameHash, frameText, type FrameUnit } from './draw.rules.js';
import { HashNumbers } from './hash-numbers.js';

/** Fixed ids: the vectors below were computed by another program, in another language. */
function unit(index: number, changes: Partial<FrameUnit> = {}): FrameUnit {
  const hash = createHash('sha256').update(`unit ${index}`).digest('hex');
  const productId = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
  const place = { provinceCode: ['01', '31', '92'][index % 3]!, communeCode: '00004' };
  const householdId = '00000000-0000-4000-8000-000000000000';
  return { productId, ...place, setCode: index % 4 ? '13' : '11', householdId, compliant: index % 5 > 0, ...changes };
}
const frame = Array.from({ length: 60 }, (_, index) => unit(index));
const drawOf = (units: FrameUnit[], wanted: typeof draw) => drawSample(cutIntoStrata(units, wanted.size), wanted);
const draw = { seed: 'Chợ Xã 2026-Q3', size: 15, doublePercent: 10 };

describe('numbers made of SHA-256', () => {
  it('are the ones anybody computes from the seed', () => {
    const block = createHash('sha256').update('a|b|0').digest();
    const numbers = new HashNumbers('a', 'b');
    const eight = Array.from({ length: 8 }, () => numbers.below(2 ** 32));
    expect(eight).toEqual(Array.from({ length: 8 }, (_, at) => block.readUInt32BE(at * 4)));
    expect(numbers.below(2 ** 32)).toBe(createHash('sha256').update('a|b|1').digest().readUInt32BE(0));
  });

  it('favour nothing: each of five things comes first about as often', () => {
    const firsts = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 5_000; seed += 1) firsts[new HashNumbers(`${seed}`, 'x').some([0, 1, 2, 3, 4], 1)[0]!]! += 1;
    // Chi-square with 4 degrees of freedom: 18.5 is passed once in a thousand; the seeds are fixed.
    expect(firsts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(18.5);
  });
});

describe('a drawn sample', () => {
  it('is this one for this seed and frame, for ever', () => {
    expect(frameHash(frameText(frame))).toBe('c2b9ced55234e3e7b585e18949bec50957b272afff470c305e94903992127ab0');
    const cut = cutIntoStrata(frame, draw.size);
    const items = drawSample(cut, draw);
    const head = ({ productId }: { productId: string }) => productId.slice(0, 8);
    expect(cut.by).toBe('province-set');
    expect(
      cut.strata.map(({ key, units }) => `${key}: ${items.filter(({ stratum }) => stratum === key).length} of ${units.length}`),
    ).toEqual(['01/11: 2 of 5', '01/13: 3 of 15', '31/11: 2 of 5', '31/13: 3 of 15', '92/11: 2 of 5', '92/13: 3 of 15']);
    expect(items.map(head)).toEqual([
      '554a5014',
      'c0d0ba95',
      '1e897c2d',
      'bf96e7d1',
      'c720f556',
      '1cff5eaa',
      '78c413f6',
      '375e3200',
      '66db7c74',
      '9702ad06',
      '23f73cfe',
      'f121c992',
      '6103d0ac',
      '745233b5',
      '8128eb5a',
    ]);
    expect(items.filter(({ double }) => double).map(head)).toEqual(['554a5014', 'f121c992']);
  });

  it('is the same in whatever sequence the frame comes, and another for another seed', () => {
    const reversed = [...frame].reverse();
    expect(frameText(reversed)).toBe(frameText(frame));
    expect(drawOf(reversed, draw)).toEqual(drawOf(frame, draw));
    expect(drawOf(frame, { ...draw, seed: 'another' })).not.toEqual(drawOf(frame, draw));
  });

  it('has another frame hash when one declaration in the frame differs', () => {
    const changed = frame.map((one, at) => (at === 7 ? { ...one, compliant: !one.compliant } : one));
    expect(frameHash(frameText(changed))).not.toBe(frameHash(frameText(frame)));
  });

  it('has each unit at most once, each of its own stratum, as many as were asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ province: fc.constantFrom('01', '31', '92'), set: fc.constantFrom('11', '13') }), {
          minLength: 1,
          maxLength: 200,
        }),
        fc.integer({ min: 1, max: 120 }),
        fc.string(),
        (places, size, seed) => {
          const units = places.map(({ province, set }, at) => unit(at, { productId: randomUUID(), provinceCode: province, setCode: set }));
          const items = drawOf(units, { seed, size, doublePercent: 10 });
          const { strata } = cutIntoStrata(units, size);
          expect(items).toHaveLength(Math.min(size, units.length));
          expect(new Set(items.map(({ productId }) => productId)).size).toBe(items.length);
          const drawn = new Map(items.map((item) => [item.productId, item.stratum]));
          for (const { key, units: members } of strata)
            expect(members.filter(({ productId }) => drawn.get(productId) === key)).toHaveLength(
              items.filter(({ stratum }) => stratum === key).length,
            );
          expect(items.filter(({ double }) => double)).toHaveLength(Math.ceil(items.length / 10));
        },
      ),
    );
  });

  it('is cut by province alone, or not at all, where the size cannot serve every stratum', () => {
    expect(cutIntoStrata(frame, 5).by).toBe('province');
    expect(cutIntoStrata(frame, 2).strata).toMatchObject([{ key: '*' }]);
    expect(drawOf(frame, { ...draw, size: 2 })).toHaveLength(2);
  });
});

describe('an allocation', () => {
  const of = (units: Record<string, number>, size: number) => Object.fromEntries(allocate(new Map(Object.entries(units)), size));

  it('is in proportion, by the largest remainder', () => {
    expect(of({ a: 600, b: 300, c: 100 }, 100)).toEqual({ a: 60, b: 30, c: 10 });
    expect(of({ a: 417, b: 333, c: 250 }, 10)).toEqual({ a: 4, b: 3, c: 3 });
  });

  it('gives every stratum two where the size allows it, else one, and never more than there are', () => {
    expect(of({ a: 980, b: 19, c: 1 }, 20)).toEqual({ a: 17, b: 2, c: 1 });
    expect(of({ a: 998, b: 1, c: 1 }, 4)).toEqual({ a: 2, b: 1, c: 1 });
    expect(of({ a: 50, b: 50, c: 50 }, 4)).toEqual({ a: 2, b: 1, c: 1 });
    expect(of({ a: 3, b: 2 }, 100)).toEqual({ a: 3, b: 2 });
  });

  it('adds up to the size and stays within the strata, whatever they are', () => {
    const strata = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 2_000 }), (sizes, more) => {
        const units = new Map(sizes.map((size, at) => [String(at), size]));
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const given = allocate(units, sizes.length + more);
        expect([...given.values()].reduce((sum, count) => sum + count, 0)).toBe(Math.min(total, sizes.length + more));
        for (const [key, count] of given) {
          expect(count).toBeGreaterThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(units.get(key)!);
        }
      }),
    );
  });
});
