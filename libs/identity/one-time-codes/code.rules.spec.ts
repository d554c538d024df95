import fc from 'fast-check';
import { blockOf, CODE_PURPOSES, codeMessage, newCode, SEND_LIMITS, waitBeforeSending } from './code.rules.js';

const now = new Date('2026-11-16T02:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('one-time codes', () => {
  it('have six digits, and the message shows them within 160 characters in both languages', () => {
    for (let i = 0; i < 1000; i += 1) expect(newCode()).toMatch(/^\d{6}$/);
    for (const purpose of CODE_PURPOSES) {
      const text = codeMessage('012345', purpose);
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text.match(/\d{6}/g)).toEqual(['012345', '012345']);
    }
  });

  it('are counted by blocks of a thousand numbers', () => {
    expect([blockOf('+84912345000'), blockOf('+84912345999'), blockOf('+84912346000')]).toEqual(['+84912345', '+84912345', '+84912346']);
  });

  it('may be sent five times in a quarter of an hour, then only when the oldest of the five is past', () => {
    const four = [1, 2, 3, 4].map(minutesAgo);
    expect(waitBeforeSending(four, now, SEND_LIMITS)).toBe(0);
    expect(waitBeforeSending([...four, minutesAgo(9)], now, SEND_LIMITS)).toBe(6 * 60_000);
    expect(waitBeforeSending([...four, minutesAgo(15)], now, SEND_LIMITS)).toBe(0);
  });

  it('may be sent twenty times a day', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => minutesAgo(60 * (i + 1)));
    expect(waitBeforeSending(twenty, now, SEND_LIMITS)).toBe(4 * 60 * 60_000);
    expect(waitBeforeSending(twenty.slice(1), now, SEND_LIMITS)).toBe(0);
  });

  it('never go out faster than a limit allows, whoever asks whenever', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), (gaps) => {
        const sent: Date[] = [];
        let at = now.getTime();
        for (const gap of gaps) {
          at += gap * 60_000;
          if (waitBeforeSending(sent, new Date(at), SEND_LIMITS) <= 0) sent.push(new Date(at));
        }
        for (const { count, withinMs } of SEND_LIMITS)
          for (const [i, first] of sent.entries()) {
            const next = sent[i + count];
            if (next) expect(next.getTime() - first.getTime()).toBeGreaterThanOrEqual(withinMs);
          }
      }),
      { seed: Number(process.env.SEED) || undefined },
    );
  });
});
