import { periodChoices } from './audit-periods.js';

it('each quarter can be asked for alone and since New Year, each year once', () => {
  expect(periodChoices(['2026-Q2', '2026-Q1', '2025-Q4'])).toEqual([
    { kind: 'quarter', keys: ['2026-Q2', '2026-Q1', '2025-Q4'] },
    { kind: 'toDate', keys: ['2026-Q2-YTD', '2025-Q4-YTD'] },
    { kind: 'year', keys: ['2026', '2025'] },
  ]);
});
