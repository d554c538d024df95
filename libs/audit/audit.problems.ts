import { defineProblems } from '@choxa/platform';

export const auditProblem = defineProblems({
  'period.unknown': {
    status: 400,
    vi: 'Kỳ báo cáo phải viết như 2026-Q3 (quý), 2026-Q3-YTD (lũy kế đến hết quý) hoặc 2026 (năm).',
    en: 'A period is written like 2026-Q3 (quarter), 2026-Q3-YTD (the year to the end of it) or 2026 (year).',
  },
  'period.open': {
    status: 409,
    vi: 'Kỳ này chưa hết hạn nhận hàng trả lại nên chưa chốt được.',
    en: 'Returns still change this period, so it cannot be closed yet.',
  },
  'period.closed': {
    status: 409,
    vi: 'Kỳ này đã chốt. Muốn sửa thì lập bản sửa và ghi lý do.',
    en: 'This period is closed. To correct it, make a corrected version and say why.',
  },
  'period.not-closed': {
    status: 409,
    vi: 'Kỳ này chưa chốt nên chưa có gì để sửa.',
    en: 'This period is not closed, so there is nothing to correct.',
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
