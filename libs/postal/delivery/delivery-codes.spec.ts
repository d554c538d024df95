import { scryptSync } from 'node:crypto';
import { isCode, newDeliveryCode } from './delivery-codes.js';

describe('the code of a parcel', () => {
  it('is known again by its hash alone, however it is spaced', async () => {
    const { code, salt, hash } = newDeliveryCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(await isCode(`${code.slice(0, 3)} ${code.slice(3)}`, { salt, hash })).toBe(true);
    expect(await isCode(String((Number(code) + 1) % 1_000_000).padStart(6, '0'), { salt, hash })).toBe(false);
  });

  it('is hashed differently each time', () => {
    const [one, other] = [newDeliveryCode(), newDeliveryCode()];
    expect(one.salt.equals(other.salt)).toBe(false);
    expect(one.hash.equals(other.hash)).toBe(false);
  });

  it('is still known where it was hashed by scrypt', async () => {
    const salt = Buffer.alloc(16, 7);
    const hash = scryptSync('123456', salt, 32, { N: 1024 });
    expect(await isCode('123456', { salt, hash })).toBe(true);
    expect(await isCode('123457', { salt, hash })).toBe(false);
  });
});
