import { authenticatorUri, codeAt, newSecret, stepOf } from './totp.rules.js';

// RFC 6238 appendix B, SHA-1, secret "12345678901234567890"; of its eight digits an authenticator shows the last six.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const VECTORS = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
] as const;
const at = (seconds: number) => new Date(seconds * 1000);

describe('authenticator codes', () => {
  it.each(VECTORS)('are those of RFC 6238 at %i', (seconds, code) => {
    expect(codeAt(SECRET, at(seconds))).toBe(code);
    expect(stepOf(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('count one step earlier and later, and no further', () => {
    const step = Math.floor(1234567890 / 30);
    for (const away of [-2, -1, 0, 1, 2]) {
      const read = stepOf(SECRET, '005924', at(1234567890 + 30 * away));
      expect([away, read]).toEqual([away, Math.abs(away) <= 1 ? step : null]);
    }
  });

  it('are wrong when they are no six digits', () => {
    for (const code of ['', '28708', '2870822', 'abcdef']) expect(stepOf(SECRET, code, at(59))).toBeNull();
  });

  it('come from secrets of 160 bits, each another one, named in the app', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(other);
    expect(authenticatorUri(one, '0912 345 678')).toBe(
      `otpauth://totp/Ch%E1%BB%A3%20X%C3%A3:0912%20345%20678?issuer=Ch%E1%BB%A3%20X%C3%A3&secret=${one}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
