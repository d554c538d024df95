import { clockOffsetMs, hashPin, isPin, isWeakPin, newDeviceKey, newPinSalt } from './device.rules.js';

const NOW = new Date('2026-11-16T02:00:00Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);
const HOUR_MS = 3_600_000;

describe('a device', () => {
  it('has a key of its own, of which only the hash is kept', () => {
    const [one, other] = [newDeviceKey(), newDeviceKey()];
    expect(one.key).not.toBe(other.key);
    expect(one.key).toHaveLength(43);
    expect(one.keyHash).not.toContain(one.key);
  });

  it.each([
    ['1111', true],
    ['123456', true],
    ['8765', true],
    ['2580', false],
    ['1357', false],
    ['112233', false],
  ])('with the PIN %s: guessed at once %s', (pin, weak) => expect(isWeakPin(pin)).toBe(weak));

  it('knows its PIN again, and no other', async () => {
    const salt = newPinSalt();
    const kept = { salt, hash: await hashPin('2580', salt) };
    expect([await isPin('2580', kept), await isPin('2581', kept)]).toEqual([true, false]);
  });

  it.each([
    ['two days ahead', 48 * HOUR_MS, -48 * HOUR_MS],
    ['two days behind', -48 * HOUR_MS, 48 * HOUR_MS],
    ['a minute off, which is the network', 60_000, 0],
    ['years off, which says nothing', 400 * 24 * HOUR_MS, 0],
  ])('whose clock is %s is measured', (_, ahead, offset) => expect(clockOffsetMs(after(ahead), NOW)).toBe(offset));
});
