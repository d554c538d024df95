import { Actor, type Grant } from '@choxa/platform';
import { areaOf, holdsCommune, holdsProvince } from './area.rules.js';

const official = (scopeKind: Grant['scopeKind'], scopeId: string): Grant => ({ role: 'official', scopeKind, scopeId });
const who = (...grants: Grant[]) => new Actor('a', 'Cán bộ', '+84900000000', grants, 's');
const missing = expect.objectContaining({ code: 'not-found' });

describe('the area an official sees', () => {
  it('is the nation for the nation’s official', () => {
    const nation = areaOf(who(official('nation', 'VN'), official('province', '92')));
    expect(nation).toBeNull();
    expect(holdsProvince(nation, '31')).toBe(true);
    expect(holdsCommune(nation, { code: '11164', provinceCode: '31' })).toBe(true);
  });

  it('is his provinces for a province’s official', () => {
    const area = areaOf(who(official('province', '92'), official('province', '01')));
    expect(area).toEqual({ provinces: ['01', '92'], communes: [] });
    expect(['01', '31', '92'].map((code) => holdsProvince(area, code))).toEqual([true, false, true]);
    expect(holdsCommune(area, { code: '31309', provinceCode: '92' })).toBe(true);
    expect(holdsCommune(area, { code: '11164', provinceCode: '31' })).toBe(false);
  });

  it('is his communes, and not the province around them, for a commune’s official', () => {
    const area = areaOf(who(official('commune', '31117')));
    expect(area).toEqual({ provinces: [], communes: ['31117'] });
    expect(holdsCommune(area, { code: '31117', provinceCode: '92' })).toBe(true);
    expect(holdsCommune(area, { code: '31309', provinceCode: '92' })).toBe(false);
    expect(holdsProvince(area, '92')).toBe(false);
  });

  it.each([
    ['a clerk of a province', { role: 'clerk', scopeKind: 'province', scopeId: '92' }],
    ['an admin of the nation', { role: 'admin', scopeKind: 'nation', scopeId: 'VN' }],
    ['an official of another nation', official('nation', 'XX')],
  ] as [string, Grant][])('is none for %s', (_, grant) => {
    expect(() => areaOf(who(grant))).toThrow(missing);
  });
});
