import * as fc from 'fast-check';
import { addDays } from '../local-time/days.js';
import { certificateLastDay, certificateReminderDays, isCertificateValid, OCOP_RULES, ocopRuleOn, starsFromScore } from './ocop.rules.js';
import { findProductSet, OCOP_INDUSTRIES, OCOP_SETS } from './product-sets.js';

const codesWhere = (key: 'service' | 'needsLicence' | 'food' | 'shelfLife'): number[] =>
  OCOP_SETS.filter((row) => row[key]).map((row) => Number(row.code));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

describe('the product sets of 2026', () => {
  it('are 26 in six industries, each with its code, scheme and two names', () => {
    expect(OCOP_SETS.map((row) => Number(row.code))).toEqual(upTo(26));
    expect(new Set(OCOP_SETS.map((row) => row.vi)).size).toBe(26);
    expect(new Set(OCOP_SETS.map((row) => row.en)).size).toBe(26);
    const counts = Object.keys(OCOP_INDUSTRIES).map((industry) => OCOP_SETS.filter((row) => row.industry === industry).length);
    expect(counts).toEqual([13, 4, 3, 2, 3, 1]);
  });

  it('say which are a service, need a licence, are eaten or drunk, and keep for a time only', () => {
    expect(codesWhere('service')).toEqual([26]);
    expect(codesWhere('needsLicence')).toEqual([14, 15, 18]);
    expect(codesWhere('food')).toEqual(upTo(18));
    expect(codesWhere('shelfLife')).toEqual(upTo(20));
  });

  it('are found by code within their scheme', () => {
    expect(findProductSet('13')).toMatchObject({ en: 'Coffee, cocoa', industry: 'food' });
    expect(findProductSet('27')).toBeUndefined();
    expect(findProductSet('013')).toBeUndefined();
    expect(findProductSet('13', '2019')).toBeUndefined();
  });
});

describe('stars', () => {
  it.each([
    [100, 5],
    [90, 5],
    [89.99, 4],
    [70, 4],
    [69.99, 3],
    [50, 3],
    [49.99, null],
    [0, null],
  ])('of the score %p are %p', (score, stars) => {
    expect(starsFromScore(score)).toBe(stars);
    expect(starsFromScore(score, '2020-01-01')).toBe(stars);
  });

  it.each([-0.1, 100.1, Number.NaN, Number.POSITIVE_INFINITY])('are not given for the score %p', (score) => {
    expect(() => starsFromScore(score)).toThrow('ocop.score');
  });

  it('never fall when the score rises', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(fc.property(score, score, (a, b) => (starsFromScore(Math.min(a, b)) ?? 0) <= (starsFromScore(Math.max(a, b)) ?? 0)));
  });
});

describe('a certificate', () => {
  it('holds 36 months, the last day included', () => {
    expect(certificateLastDay('2024-03-15')).toBe('2027-03-15');
    expect(certificateLastDay('2024-02-29')).toBe('2027-02-28');
    expect(isCertificateValid('2024-03-15', '2024-03-14')).toBe(false);
    expect(isCertificateValid('2024-03-15', '2024-03-15')).toBe(true);
    expect(isCertificateValid('2024-03-15', '2027-03-15')).toBe(true);
    expect(isCertificateValid('2024-03-15', '2027-03-16')).toBe(false);
  });

  it('is remembered 90, 60 and 30 days before it ends', () => {
    expect(certificateReminderDays('2024-03-15')).toEqual(['2026-12-15', '2027-01-14', '2027-02-13']);
  });

  it('is judged by the rule of its day, and by the first one when it is older than all', () => {
    expect(ocopRuleOn('2026-05-21').basis).toBe('148/QĐ-TTg');
    expect(ocopRuleOn('2026-05-22').basis).toBe('26/2026/QĐ-TTg');
    expect(ocopRuleOn('2013-10-01').basis).toBe('1048/QĐ-TTg');
    expect(isCertificateValid('2013-10-01', '2026-01-01')).toBe(false);
    expect(() => ocopRuleOn('2026')).toThrow('time.day');
  });

  it('finds exactly one rule on every day since the first', () => {
    fc.assert(
      fc.property(fc.nat(5000), (days) => {
        const day = addDays(OCOP_RULES[0]!.validFrom, days);
        expect(OCOP_RULES.filter((rule) => rule.validFrom <= day && (rule.validTo === null || day < rule.validTo))).toEqual([
          ocopRuleOn(day),
        ]);
      }),
    );
  });
});
