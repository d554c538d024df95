import { defineProblems } from '@choxa/platform';

export const auditProblem = defineProblems({
  'period.unknown': {
    status: 400,
    vi: 'Kỳ báo cáo phải viết như 2026-Q3 (quý), 2026-Q3-YTD (lũy kế đến hết quý) hoặc 2026 (năm).',
    en: 'A period is written like 2026-Q3 (quarter), 2026-Q3-YTD (the year to the end of it) or 2026 (year).',
  },
  'indicator.not-cut-so': {
    status: 400,
    vi: 'Chỉ tiêu này không tách được theo điều kiện đã chọn.',
    en: 'This indicator cannot be broken down in the way asked for.',
  },
  'export.busy': {
    status: 429,
    vi: 'Đang có nhiều tệp được lập. Xin thử lại sau ít giây.',
    en: 'Many files are being made. Please try again in a few seconds.',
  },
});
