/** Why a report, or a count of public services, is refused. */
export const REPORT_PROBLEMS = {
  'report.quarter-running': { status: 409, vi: 'Quý này chưa hết, chưa nộp báo cáo được.', en: 'The quarter is not over yet.' },
  'service.unknown': { status: 404, vi: 'Không tìm thấy lượt dịch vụ công này.', en: 'There is no such count of public services.' },
  'service.day': {
    status: 422,
    vi: 'Chỉ ghi được dịch vụ công của hôm nay hoặc 31 ngày trước đó.',
    en: 'Public services are recorded for today or the 31 days before.',
  },
  'service.kind-unknown': {
    status: 422,
    vi: 'Ngày đó không đếm loại dịch vụ này.',
    en: 'This kind of service is not counted on that day.',
  },
  'service.right-already': { status: 409, vi: 'Số này đang đúng như vậy rồi.', en: 'The count is that already.' },
};
