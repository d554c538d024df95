import { methodFor, type Indicator } from '../indicators/indicator.js';
import { cutOffOf, quartersSince, readPeriod } from './audit-period.rules.js';

const now = new Date('2026-11-16T02:00:00Z');

describe('a period', () => {
  it('lasts from midnight to midnight in Vietnam', () => {
    expect(readPeriod('2026-Q3', now)).toEqual({
      key: '2026-Q3',
      from: new Date('2026-06-30T17:00:00Z'),
      until: new Date('2026-09-30T17:00:00Z'),
    });
    expect(readPeriod('2026', now)).toMatchObject({ from: new Date('2025-12-31T17:00:00Z'), until: new Date('2026-12-31T17:00:00Z') });
  });

  it('is the current quarter of Vietnam unless told', () => {
    expect(readPeriod(undefined, now).key).toBe('2026-Q4');
    expect(readPeriod('', new Date('2026-12-31T17:00:00Z')).key).toBe('2027-Q1');
  });

  it.each(['2026-Q5', '2026-Q0', '2026-10', 'Q3', '1999', '2100-Q1', '9999-Q4', '2026-q3', ' 2026'])('refuses %p', (key) => {
    expect(() => readPeriod(key, now)).toThrow(expect.objectContaining({ code: 'period.unknown' }));
  });

  it('lets returns count until the end of the 15th day after it', () => {
    expect(cutOffOf(readPeriod('2026-Q3', now), 15)).toEqual(new Date('2026-10-15T17:00:00Z'));
    expect(cutOffOf(readPeriod('2026-Q4', now), 15)).toEqual(new Date('2027-01-15T17:00:00Z'));
    expect(cutOffOf(readPeriod('2026', now), 0)).toEqual(new Date('2026-12-31T17:00:00Z'));
  });

  it('is offered from the one of the first fact to the current one, newest first', () => {
    expect(quartersSince(new Date('2025-12-31T16:59:59Z'), now)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']);
    expect(quartersSince(null, now)).toEqual(['2026-Q4']);
    expect(quartersSince(new Date('2027-05-01T00:00:00Z'), now)).toEqual(['2026-Q4']);
  });

  it('is counted by the method that held when it began', () => {
    const method = (version: string, validFrom: string, validTo: string | null) => ({ version, validFrom, validTo });
    const indicator = { methods: [method('1', '2024-05-02', '2026-07-01'), method('2', '2026-07-01', null)] } as unknown as Indicator;
    const versionIn = (key: string) => methodFor(indicator, readPeriod(key, now)).version;
    expect(['2020', '2026-Q2', '2026-Q3', '2027'].map(versionIn)).toEqual(['1', '1', '2', '2']);
  });
});
