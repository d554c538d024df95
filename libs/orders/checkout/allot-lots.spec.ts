import type { LabelForSale, LabelSnapshot } from '@choxa/labelling';
import { allotLots, needsCount } from './allot-lots.rules.js';

const lot = (lotId: string | null, counted: number | null = null): LabelForSale => ({
  counted,
  label: { lotId, lotCode: lotId && lotId.toUpperCase() } as LabelSnapshot,
});
const none = new Map<string, number>();
const given = ({ lots }: ReturnType<typeof allotLots>) => lots.map(({ lotId, quantity }) => [lotId, quantity]);

describe('lots of a line', () => {
  it.each<[string, LabelForSale[], Map<string, number>, number, [string, number][], string | null]>([
    ['come from the one that expires first', [lot('a'), lot('b')], none, 5, [['a', 5]], 'a'],
    [
      'go on where a counted one ends',
      [lot('a', 3), lot('b')],
      none,
      5,
      [
        ['a', 3],
        ['b', 2],
      ],
      'a',
    ],
    [
      'leave what earlier orders have',
      [lot('a', 3), lot('b', 9)],
      new Map([['a', 2]]),
      5,
      [
        ['a', 1],
        ['b', 4],
      ],
      'a',
    ],
    ['pass over one that is used up', [lot('a', 3), lot('b')], new Map([['a', 4]]), 2, [['b', 2]], 'b'],
    ['are as many as were counted, and no more', [lot('a', 3)], none, 5, [['a', 3]], 'a'],
    [
      'are none when all counts are used up; the label is the last lot’s',
      [lot('a', 1), lot('b', 1)],
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
      2,
      [],
      'b',
    ],
    ['are none for a pack without lots', [lot(null)], none, 2, [], null],
  ])('%s', (_, labels, taken, quantity, expected, labelOf) => {
    const allotment = allotLots(labels, taken, quantity);
    expect(given(allotment)).toEqual(expected);
    expect(allotment.label?.lotId).toBe(labelOf);
  });

  it('need the figures of earlier orders only where a counted lot comes first', () => {
    expect([needsCount([lot('a', 3)]), needsCount([lot('a'), lot('b', 3)]), needsCount([lot(null)]), needsCount([])]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
