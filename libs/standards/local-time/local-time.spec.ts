import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  formatDay,
  isIsoDay,
  isWorkingDay,
  LOCAL_TIME_ZONE,
  localDay,
  localDayBounds,
  toLocalTimestamp,
} from './days.js';
import {
  boundsOf,
  formatPeriod,
  localQuarter,
  parsePeriod,
  periodBounds,
  periodKey,
  periodsHolding,
  shiftPeriod,
  type Period,
} from './periods.js';

const instant = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-30T00:00:00Z'), noInvalidDate: true });
const day = instant.map(localDay);
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('quarter' as const, 'to_date' as const),
    year: fc.integer({ min: 2000, max: 2099 }),
    quarter: fc.constantFrom(1, 2, 3, 4),
  }),
  fc.record({ kind: fc.constant('year' as const), year: fc.integer({ min: 2000, max: 2099 }) }),
);

describe('a day', () => {
  it('begins in Vietnam at 17:00 UTC of the day before', () => {
    expect(localDay(new Date('2026-06-30T16:59:59.999Z'))).toBe('2026-06-30');
    expect(localDay(new Date('2026-06-30T17:00:00.000Z'))).toBe('2026-07-01');
    expect(localDayBounds('2026-07-01')).toEqual({ from: new Date('2026-06-30T17:00:00Z'), until: new Date('2026-07-01T17:00:00Z') });
    expect(toLocalTimestamp(new Date('2026-06-30T17:00:00Z'))).toBe('2026-07-01T00:00:00.000+07:00');
  });

  it('agrees with the time zone data of the runtime', () => {
    const wall = new Intl.DateTimeFormat('en-CA', { timeZone: LOCAL_TIME_ZONE, dateStyle: 'short' });
    fc.assert(fc.property(instant, (at) => expect(localDay(at)).toBe(wall.format(at))));
  });

  it('holds every instant inside its bounds, and those only', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const { from, until } = localDayBounds(localDay(at));
        expect(from <= at && at < until).toBe(true);
        expect(new Date(toLocalTimestamp(at)).getTime()).toBe(at.getTime());
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', '2026-01-01T00:00', '0000-01-01', ''])(
    '%j is none',
    (text) => {
      expect(isIsoDay(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow('time.day');
    },
  );

  it('is reached again by going and coming back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (start, count) => {
        expect(addDays(addDays(start, count), -count)).toBe(start);
        expect(daysBetween(start, addDays(start, count))).toBe(count);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-15', 36, '2029-03-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %p months is %s', (start, months, expected) => {
    expect(addMonths(start, months)).toBe(expected);
  });

  it('is worked when it is neither at the week-end nor a holiday', () => {
    const tet = new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']);
    expect(isWorkingDay('2026-02-13', tet)).toBe(true);
    expect(isWorkingDay('2026-02-14', tet)).toBe(false);
    expect(addWorkingDays('2026-02-13', 1, tet)).toBe('2026-02-23');
    expect(addWorkingDays('2026-02-13', 2, new Set())).toBe('2026-02-17');
    expect(addWorkingDays('2026-02-13', 0, tet)).toBe('2026-02-13');
  });

  it('is written as people read it', () => {
    expect(formatDay('2026-09-20')).toBe('20/09/2026');
  });
});

describe('a period', () => {
  it('is cut at midnight in Vietnam', () => {
    expect(boundsOf('2026-Q3')).toEqual({ from: new Date('2026-06-30T17:00:00Z'), until: new Date('2026-09-30T17:00:00Z') });
    expect(boundsOf('2026')).toEqual({ from: new Date('2025-12-31T17:00:00Z'), until: new Date('2026-12-31T17:00:00Z') });
    expect(boundsOf('2026-Q3-YTD')).toEqual({
      from: new Date('2025-12-31T17:00:00Z'),
      until: new Date('2026-09-30T17:00:00Z'),
    });
  });

  it('holds every instant of its quarter, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const { from, until } = boundsOf(localQuarter(at));
        expect(from <= at && at < until).toBe(true);
      }),
    );
    fc.assert(
      fc.property(period, fc.integer({ min: -20, max: 20 }), (start, count) => {
        if (start.kind !== 'to_date') expect(periodBounds(shiftPeriod(start, 1)).from).toEqual(periodBounds(start).until);
        expect(shiftPeriod(shiftPeriod(start, count), -count)).toEqual(start);
        expect(parsePeriod(periodKey(start))).toEqual({ ok: true, period: start });
      }),
    );
  });

  it('is held with every other in which an instant lies', () => {
    expect(periodsHolding(new Date('2026-06-30T16:59:59.999Z'))).toEqual(['2026-Q2', '2026-Q2-YTD', '2026-Q3-YTD', '2026-Q4-YTD', '2026']);
    expect(periodsHolding(new Date('2026-12-31T17:00:00Z'))).toEqual([
      '2027-Q1',
      '2027-Q1-YTD',
      '2027-Q2-YTD',
      '2027-Q3-YTD',
      '2027-Q4-YTD',
      '2027',
    ]);
    fc.assert(
      fc.property(instant, (at) => {
        for (const key of periodsHolding(at)) expect(boundsOf(key).from <= at && at < boundsOf(key).until).toBe(true);
      }),
    );
  });

  it.each(['2026-Q5', '2026-Q0', '2026-YTD', '2026-Q3-ytd', '2026-q3', '2026Q3', '26-Q3', '', '2026-Q3 '])('%j is none', (text) => {
    expect(parsePeriod(text)).toEqual({ ok: false, code: 'time.period' });
    expect(() => boundsOf(text)).toThrow('time.period');
  });

  it('is named in Vietnamese and English', () => {
    expect(formatPeriod({ kind: 'quarter', year: 2026, quarter: 3 })).toBe('Quý III năm 2026');
    expect(formatPeriod({ kind: 'quarter', year: 2026, quarter: 3 }, 'en')).toBe('Q3 2026');
    expect(formatPeriod({ kind: 'year', year: 2026 })).toBe('Năm 2026');
    expect(formatPeriod({ kind: 'year', year: 2026 }, 'en')).toBe('2026');
    expect(formatPeriod({ kind: 'to_date', year: 2026, quarter: 3 })).toBe('Lũy kế đến hết quý III năm 2026');
    expect(formatPeriod({ kind: 'to_date', year: 2026, quarter: 3 }, 'en')).toBe('2026 to the end of Q3');
  });
});
