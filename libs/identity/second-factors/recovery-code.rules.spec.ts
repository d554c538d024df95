import { hashRecoveryCode, looksLikeRecoveryCode, newRecoveryCodes } from './recovery-code.rules.js';

describe('recovery codes', () => {
  it('are ten different ones in groups of four', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){3}[A-HJKMNP-TV-Z2-9]{4}$/);
  });

  it('are the same however they are typed, and never taken for a code of six digits', () => {
    expect(hashRecoveryCode('abcd efgh 2345 6789')).toBe(hashRecoveryCode('ABCD-EFGH-2345-6789'));
    expect(hashRecoveryCode('ABCD-EFGH-2345-6788')).not.toBe(hashRecoveryCode('ABCD-EFGH-2345-6789'));
    expect([looksLikeRecoveryCode('abcd-efgh-2345-6789'), looksLikeRecoveryCode('123 456')]).toEqual([true, false]);
  });
});
