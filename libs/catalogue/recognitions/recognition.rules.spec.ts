import {
  endsWithin,
  isExpired,
  lastDayOf,
  levelFits,
  remindersDue,
  schemeOf,
  shownRecognition,
  shownStars,
  usualLevel,
  type RecognitionFacts,
} from './recognition.rules.js';

const today = '2026-11-16';
const row = (more: Partial<RecognitionFacts>): RecognitionFacts => ({
  id: '1',
  status: 'confirmed',
  stars: 4,
  decisionDate: '2025-01-10',
  expiresOn: '2028-01-10',
  ...more,
});

describe('recognition rules', () => {
  it('holds 36 months, its last day included', () => {
    expect(lastDayOf('2023-11-16', null)).toBe('2026-11-16');
    expect(isExpired('2026-11-16', today)).toBe(false);
    expect(isExpired('2026-11-15', today)).toBe(true);
  });

  it('gives a decision of which only the year is known the latest day it could have', () => {
    expect(lastDayOf(null, 2022)).toBe('2025-12-31');
    expect(lastDayOf(null, null)).toBeNull();
    expect(isExpired(null, today)).toBe(false);
  });

  it('knows who may give which stars', () => {
    expect([3, 4, 5].map(usualLevel)).toEqual(['province', 'province', 'central']);
    expect(levelFits('central', 4, '2025-01-01')).toBe(false);
    expect(levelFits('province', 5, '2025-01-01')).toBe(false);
    expect(levelFits('district_legacy', 3, '2025-06-30')).toBe(true);
    expect(levelFits('district_legacy', 3, '2025-07-01')).toBe(false);
    expect(levelFits('district_legacy', 4, '2024-01-01')).toBe(false);
  });

  it('speaks of what holds before what has run out, confirmed before declared, the latest first', () => {
    const expired = row({ id: 'expired', decisionDate: '2020-01-01', expiresOn: '2023-01-01', stars: 5 });
    const declared = row({ id: 'declared', status: 'declared', decisionDate: '2026-10-01', expiresOn: '2029-10-01', stars: 5 });
    const older = row({ id: 'older', decisionDate: '2024-01-10', expiresOn: '2027-01-10', stars: 3 });
    expect(shownRecognition([expired, declared, older, row({ id: 'new' })], today)?.id).toBe('new');
    expect(shownRecognition([expired, declared], today)?.id).toBe('declared');
    expect(shownRecognition([expired], today)?.id).toBe('expired');
    expect(shownRecognition([], today)).toBeNull();
  });

  it('gives stars only from a confirmed recognition that still holds', () => {
    expect(shownStars([row({})], today)).toEqual({ stars: 4, until: '2028-01-10' });
    expect(shownStars([row({ status: 'declared' }), row({ status: 'entered' })], today)).toBeNull();
    expect(shownStars([row({ expiresOn: '2026-11-15' })], today)).toBeNull();
    expect(shownStars([row({ expiresOn: today })], today)).toEqual({ stars: 4, until: today });
  });

  it('never speaks of a revoked one', () => {
    const revoked = row({ status: 'revoked', stars: 5 });
    expect([shownRecognition([revoked], today), shownStars([revoked], today)]).toEqual([null, null]);
  });

  it('says under which decision it was given, the old ones beside the new', () => {
    expect(['2020-05-01', '2023-02-23', '2023-02-24', '2026-05-22'].map((day) => schemeOf(day, null))).toEqual([
      '1048/QĐ-TTg',
      '1048/QĐ-TTg',
      '148/QĐ-TTg',
      '26/2026/QĐ-TTg',
    ]);
    expect([schemeOf(null, 2022), schemeOf(null, null)]).toEqual(['1048/QĐ-TTg', null]);
  });

  it('is reminded of 90, 60 and 30 days before its last day, and no more once it has ended', () => {
    const due = (day: string) => remindersDue('2024-03-15', '2027-03-15', day);
    expect(['2026-12-14', '2026-12-15', '2027-01-14', '2027-02-13', '2027-03-15', '2027-03-16'].map(due)).toEqual([
      [],
      [90],
      [90, 60],
      [90, 60, 30],
      [90, 60, 30],
      [],
    ]);
  });

  it('ends within the nearest of 90, 60 and 30 days', () => {
    const within = (day: string) => endsWithin('2024-03-15', '2027-03-15', day);
    expect(['2026-12-14', '2026-12-15', '2027-01-14', '2027-02-13', '2027-03-15', '2027-03-16'].map(within)).toEqual([
      null,
      90,
      60,
      30,
      30,
      null,
    ]);
    expect(endsWithin(null, '2027-03-15', '2027-03-15')).toBeNull();
  });
});
