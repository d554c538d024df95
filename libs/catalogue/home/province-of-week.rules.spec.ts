import { provinceOfWeek } from './province-of-week.rules.js';

const codes = ['01', '04', '08', '11'];
const plenty = (code: string) => ({ code, products: 3 });

describe('the province of the week', () => {
  it('changes on Monday and stays all week, and all provinces take turns in the order of their codes', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30', '2026-12-07', '2026-12-14'];
    const chosen = days.map((day) => provinceOfWeek(codes, codes.map(plenty), day));
    expect(chosen).toEqual(['11', '01', '01', '04', '08', '11']);
  });

  it('leaves the week of one that has too little to the next that has enough', () => {
    expect(provinceOfWeek(codes, [plenty('01'), { ...plenty('04'), products: 2 }, plenty('11')], '2026-11-30')).toBe('11');
    expect(provinceOfWeek(codes, [plenty('01')], '2026-11-30')).toBe('01');
  });

  it('is none where no province has enough, and takes no turn from a code that is no province', () => {
    expect(provinceOfWeek(codes, [], '2026-11-23')).toBeNull();
    expect(provinceOfWeek(codes, [plenty('99')], '2026-11-23')).toBeNull();
  });
});
