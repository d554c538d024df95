import { roundFor, visibleTo } from './rounds.rules.js';

const first = { id: 'a', round: 1, inspectedBy: 'Bền' };
const second = { id: 'b', round: 2, inspectedBy: 'Liên' };
const corrected = { id: 'c', round: 1, inspectedBy: 'Bền' };

describe('the round of an inspection', () => {
  it.each([
    ['the first of an item', false, [], 'Bền', null, 1],
    ['another’s of an item inspected twice', true, [first], 'Liên', null, 2],
    ['another’s of an item inspected once', false, [first], 'Liên', null, 'inspection.by-another'],
    ['a third one’s', true, [first, second], 'Hoa', null, 'inspection.by-another'],
    ['one’s own a second time', true, [first], 'Bền', null, 'inspection.done'],
    ['a correction of one’s own', true, [first, second], 'Bền', 'a', 1],
    ['a correction of what was corrected already', true, [first, second, corrected], 'Bền', 'a', 'inspection.not-latest'],
    ['a correction of a correction', true, [first, second, corrected], 'Bền', 'c', 1],
    ['a correction of another’s', true, [first, second], 'Liên', 'a', 'inspection.not-latest'],
  ] as const)('%s', (_, double, earlier, who, corrects, round) => {
    expect(roundFor(double, earlier, who, corrects)).toBe(round);
  });
});

describe('what is seen of an item’s inspections', () => {
  it('is everything where it is inspected once', () => {
    expect(visibleTo(false, [first], 'Liên')).toEqual([first]);
  });

  it('is one’s own alone until both have judged', () => {
    expect(visibleTo(true, [first], 'Liên')).toEqual([]);
    expect(visibleTo(true, [first], 'Bền')).toEqual([first]);
    expect(visibleTo(true, [first, second], 'Hoa')).toEqual([first, second]);
  });
});
