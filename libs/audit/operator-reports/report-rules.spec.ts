import type { ReportedFigureV1, ReportedIndicator } from '@choxa/postal-contract';
import { compareReport, faultsOf } from './compare-report.rules.js';
import { aReport } from './report.factory.js';
import { dueOf, isOnTime, stateOf } from './report-state.rules.js';

const changed = (indicator: ReportedIndicator, change: Partial<ReportedFigureV1>) =>
  aReport().figures.map((figure) => (figure.indicator === indicator ? { ...figure, ...change } : figure));

describe('a report', () => {
  it('has no fault when each figure is there once and each share is a part of its whole', () => {
    expect(faultsOf(aReport().figures)).toEqual([]);
  });

  it.each([
    ['a share above its whole', changed('7', { numerator: 11, denominator: 10 }), [{ indicator: '7', fault: 'above-whole' }]],
    ['a share without its whole', changed('13', { denominator: null }), [{ indicator: '13', fault: 'no-whole' }]],
    ['a figure that is missing', aReport().figures.slice(1), [{ indicator: '1', fault: 'missing' }]],
    ['a figure told twice', [...aReport().figures, aReport().figures[0]!], [{ indicator: '1', fault: 'twice' }]],
  ])('is faulty with %s', (_, figures, faults) => {
    expect(faultsOf(figures)).toEqual(faults);
  });

  it.each([
    [{ numerator: 10, denominator: 10 }, { numerator: 10, denominator: 10 }, 0, '0.00', false],
    [{ numerator: 9, denominator: 10 }, { numerator: 10, denominator: 10 }, -1, '-10.00', true],
    [{ numerator: 4, denominator: 10 }, { numerator: 3, denominator: 10 }, 1, '+33.33', true],
    [{ numerator: 10, denominator: 12 }, { numerator: 10, denominator: 10 }, 0, '0.00', true],
    [{ numerator: 10, denominator: null }, { numerator: 10, denominator: 10 }, 0, '0.00', false],
    [{ numerator: 5, denominator: 10 }, { numerator: 0, denominator: 10 }, 5, null, true],
  ])('with %j beside our %j differs by %d, %s %%', (reported, ours, difference, percent, differs) => {
    const [row] = compareReport([{ indicator: '7', ...reported, reason: null }], new Map([['7' as const, ours]])).filter(
      ({ indicator }) => indicator === '7',
    );
    expect(row).toEqual({ indicator: '7', reported, ours, difference, percent, differs, reason: null });
  });

  it('that our facts cannot judge differs from nothing', () => {
    const [revenue] = compareReport(aReport().figures, new Map());
    expect(revenue).toMatchObject({ indicator: '1', ours: null, difference: null, percent: null, differs: false });
  });
});

describe('the time for a report', () => {
  const rows = [
    { validFrom: '2024-05-02', validTo: '2027-01-01', daysAfter: 15, basis: 'một' },
    { validFrom: '2027-01-01', validTo: null, daysAfter: 10, basis: 'hai' },
  ];

  it.each([
    ['2026-Q3', '2026-10-15', 'một'],
    ['2026-Q4', '2027-01-10', 'hai'],
    ['2023-Q1', '2023-04-15', 'một'],
  ])('of %s ends with %s', (quarter, dueOn, basis) => {
    expect(dueOf(quarter, rows)).toEqual({ dueOn, basis });
  });

  it.each([
    [null, null, 'missing', false],
    ['2026-10-15', null, 'submitted', true],
    ['2026-10-16', null, 'late', false],
    ['2026-10-15', 'returned', 'returned', true],
    ['2026-10-16', 'accepted', 'accepted', false],
  ] as const)('first submitted on %s and answered with %s stands as %s', (firstOn, verdict, state, onTime) => {
    const standing = { firstOn, verdict };
    expect([stateOf(standing, '2026-10-15'), isOnTime(standing, '2026-10-15')]).toEqual([state, onTime]);
  });
});
