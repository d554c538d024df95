import { newReportCode, senderKey } from './report.rules.js';
import { TAKEDOWN_CLOCKS, takedownDue, takedownState } from './takedown.rules.js';

describe('a takedown', () => {
  it('has 24 hours from the request, and names the rule', () => {
    const requestedAt = new Date('2026-11-20T16:59:00+07:00');
    expect(takedownDue(requestedAt)).toEqual({ dueAt: new Date('2026-11-21T16:59:00+07:00'), basis: '85/2021/NĐ-CP' });
  });

  it('has clocks that follow each other without a gap', () => {
    for (const [index, { validTo }] of TAKEDOWN_CLOCKS.entries()) expect(validTo).toBe(TAKEDOWN_CLOCKS[index + 1]?.validFrom ?? null);
  });

  it('is in force until restored; an appeal waits only until it is answered', () => {
    const at = new Date();
    expect(takedownState({ appealedAt: null, decision: null })).toBe('in_force');
    expect(takedownState({ appealedAt: at, decision: null })).toBe('appealed');
    expect(takedownState({ appealedAt: at, decision: 'upheld' })).toBe('in_force');
    expect(takedownState({ appealedAt: at, decision: 'restored' })).toBe('restored');
  });
});

describe('a report', () => {
  it('has a code people can copy', () => {
    for (let i = 0; i < 200; i += 1) expect(newReportCode()).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
  });

  it('knows its sender on one day only', () => {
    const [morning, evening, next] = ['2026-11-20T01:00:00Z', '2026-11-20T10:00:00Z', '2026-11-21T01:00:00Z'].map((text) => new Date(text));
    expect(senderKey('203.0.113.7', evening!)).toBe(senderKey('203.0.113.7', morning!));
    expect(senderKey('203.0.113.7', next!)).not.toBe(senderKey('203.0.113.7', morning!));
    expect(senderKey('203.0.113.8', morning!)).not.toBe(senderKey('203.0.113.7', morning!));
  });
});
