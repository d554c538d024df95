import type { QuarterReportedV1 } from '@choxa/postal-contract';

/** A first version for the third quarter of 2026, submitted in time; tests say what is different. */
export function aReport(changes: Partial<QuarterReportedV1> = {}): QuarterReportedV1 {
  const figure = (indicator: QuarterReportedV1['figures'][number]['indicator'], numerator: number, denominator: number | null) => ({
    indicator,
    numerator,
    denominator,
    reason: null,
  });
  return {
    operatorCode: 'song-hong',
    quarter: '2026-Q3',
    version: 1,
    submittedAt: '2026-10-10T01:00:00.000Z',
    figures: [
      figure('1', 1_000_000, 900_000),
      figure('2', 50, null),
      figure('5', 2, null),
      figure('6', 1, 3_321),
      figure('7', 1, 2),
      figure('13', 40, 45),
      figure('14', 0, 2),
    ],
    ...changes,
  };
}
