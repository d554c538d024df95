import { ageHeld } from './ageing.rules.js';

const inflow = (day: string, amountVnd: number) => ({ amountVnd, at: new Date(`${day}T10:00:00+07:00`) });
const inflows = [inflow('2026-11-20', 10), inflow('2026-11-18', 20), inflow('2026-11-14', 40), inflow('2026-11-01', 80)];

describe('the age of cash', () => {
  it('is that of what came in last, since the oldest goes out first', () => {
    expect(ageHeld(inflows, 25, '2026-11-20')).toEqual({ days0to1: 10, days2to3: 15, days4to7: 0, older: 0 });
    expect(ageHeld(inflows, 150, '2026-11-20')).toEqual({ days0to1: 10, days2to3: 20, days4to7: 40, older: 80 });
  });

  it('is the highest for what nothing explains, and none below zero', () => {
    expect(ageHeld([], 7, '2026-11-20')).toEqual({ days0to1: 0, days2to3: 0, days4to7: 0, older: 7 });
    expect(ageHeld(inflows, -5, '2026-11-20')).toEqual({ days0to1: 0, days2to3: 0, days4to7: 0, older: 0 });
  });

  it('is counted in local days', () => {
    const lateEvening = { amountVnd: 5, at: new Date('2026-11-17T17:30:00Z') };
    expect(ageHeld([lateEvening], 5, '2026-11-19').days0to1).toBe(5);
  });
});
