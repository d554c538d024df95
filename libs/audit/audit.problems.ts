import { defineProblems } from '@choxa/platform';

export const auditProblem = defineProblems({
  'period.unknown': {
    status: 400,
    vi: 'Kỳ báo cáo phải viết như 2026-Q3 (quý) hoặc 2026 (năm).',
    en: 'A period is written like 2026-Q3 (quarter) or 2026 (year).',
  },
});
