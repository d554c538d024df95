import { canMove, closedUntilOn, HOUSEHOLD_MOVES, HOUSEHOLD_STATES } from './household.rules.js';

describe('the states of a household', () => {
  it('move as the table says and in no other way', () => {
    const moves = HOUSEHOLD_STATES.flatMap((from) => HOUSEHOLD_STATES.filter((to) => canMove(from, to)).map((to) => `${from}>${to}`));
    expect(moves).toEqual(['pending>refused', 'pending>approved', 'refused>pending', 'approved>suspended', 'suspended>approved']);
    expect(Object.keys(HOUSEHOLD_MOVES)).toEqual([...HOUSEHOLD_STATES]);
  });
});

describe('a closure', () => {
  const tet = { closedFrom: '2027-02-01', closedUntil: '2027-02-12' };
  it.each([
    ['2027-01-31', null],
    ['2027-02-01', '2027-02-12'],
    ['2027-02-12', '2027-02-12'],
    ['2027-02-13', null],
  ])('on %s: %s', (today, until) => expect(closedUntilOn(tet, today)).toBe(until));

  it('that was never planned closes nothing', () => {
    expect(closedUntilOn({ closedFrom: null, closedUntil: null }, '2027-02-01')).toBeNull();
  });
});
