import fc from 'fast-check';
import { arrivalCode, BAG_STATES, bagScanId, bagStep, compareContents } from './bag-moves.rules.js';

describe('the steps of a bag', () => {
  it('go forward one by one; a repeat is done already, a leap is refused', () => {
    const table = BAG_STATES.map((from) => BAG_STATES.map((to) => bagStep(from, to)));
    expect(table).toEqual([
      ['done', 'move', 'refused', 'refused', 'refused'],
      ['done', 'done', 'move', 'refused', 'refused'],
      ['done', 'done', 'done', 'move', 'refused'],
      ['done', 'done', 'done', 'done', 'move'],
      ['done', 'done', 'done', 'done', 'done'],
    ]);
  });
});

describe('what an unpacked parcel is scanned as', () => {
  it.each([
    ['delivery office', 'a', 'delivery', 'EMG'],
    ['counter that delivers', 'a', 'counter', 'EMG'],
    ['hub on the way', 'b', 'hub', 'EDD'],
    ['hub named as its delivery office', 'a', 'hub', 'EDD'],
    ['office on the way', 'b', 'counter', 'EDD'],
  ] as const)('%s', (_, target, kind, code) => {
    expect(arrivalCode(target, { id: 'a', kind })).toBe(code);
  });
});

describe('the report of a bag', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 30 }).map((n) => `P${n}`));

  it('puts every parcel into exactly one of found, short and over', () => {
    fc.assert(
      fc.property(numbers, numbers, (put, seen) => {
        const { found, short, over } = compareContents(put, seen);
        expect([...found, ...short].sort()).toEqual([...new Set(put)].sort());
        expect([...found, ...over].sort()).toEqual([...new Set(seen)].sort());
      }),
    );
  });
});

describe('the id of a scan that follows from a bag', () => {
  it('is a UUID, the same for a repeat and another for anything else', () => {
    const id = bagScanId('b', 'EDE', 'EE1');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(bagScanId('b', 'EDE', 'EE1')).toBe(id);
    expect(new Set([id, bagScanId('b', 'EDD', 'EE1'), bagScanId('b', 'EDE', 'EE2'), bagScanId('c', 'EDE', 'EE1')]).size).toBe(4);
  });
});
