import { Actor, type Grant } from '@choxa/platform';
import { areaOf } from './area.rules.js';

const official = (scopeKind: Grant['scopeKind'], scopeId: string): Grant => ({ role: 'official', scopeKind, scopeId });
const who = (...grants: Grant[]) => new Actor('a', 'Cán bộ', '+84900000000', grants, 's');
const exists = (code: string) => ['01', '31', '92'].includes(code);
const missing = expect.objectContaining({ code: 'not-found' });

describe('the area an official sees', () => {
  it('is the nation, or any province of it, for the nation’s official', () => {
    const nation = who(official('nation', 'VN'));
    expect(areaOf(nation, undefined, exists)).toBeNull();
    expect(areaOf(nation, '', exists)).toBeNull();
    expect(areaOf(nation, '92', exists)).toEqual(['92']);
    expect(() => areaOf(nation, '99', exists)).toThrow(missing);
  });

  it('is his own province for a province’s official; another is not found', () => {
    const ofCanTho = who(official('province', '92'));
    expect(areaOf(ofCanTho, undefined, exists)).toEqual(['92']);
    expect(areaOf(ofCanTho, '92', exists)).toEqual(['92']);
    expect(() => areaOf(ofCanTho, '31', exists)).toThrow(missing);
  });

  it('is all his provinces for one who has several', () => {
    expect(areaOf(who(official('province', '92'), official('province', '01')), undefined, exists)).toEqual(['01', '92']);
  });

  it('is never widened by a role that is not an official’s, or by another nation', () => {
    expect(() => areaOf(who(official('commune', '31117')), undefined, exists)).toThrow(missing);
    expect(() => areaOf(who({ role: 'clerk', scopeKind: 'province', scopeId: '92' }), undefined, exists)).toThrow(missing);
    expect(() => areaOf(who({ role: 'admin', scopeKind: 'nation', scopeId: 'VN' }), undefined, exists)).toThrow(missing);
    expect(() => areaOf(who(official('nation', 'XX')), undefined, exists)).toThrow(missing);
  });
});
