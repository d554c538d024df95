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
  'period.quarters-open': {
    status: 409,
    vi: 'Hãy chốt các quý của năm này trước.',
    en: 'Close the quarters of this year first.',
  },
  'period.not-closed': {
    status: 409,
    vi: 'Kỳ này chưa chốt nên chưa có gì để sửa.',
    en: 'This period is not closed, so there is nothing to correct.',
  },
  'period.proposed': {
    status: 409,
    vi: 'Kỳ này đang có đề nghị chờ cán bộ thứ hai xác nhận.',
    en: 'A proposal for this period waits for a second official.',
  },
  'period.not-proposed': {
    status: 409,
    vi: 'Kỳ này không có đề nghị nào đang chờ.',
    en: 'No proposal for this period is waiting.',
  },
  'period.other-proposal': {
    status: 409,
    vi: 'Đề nghị đang chờ không phải bản ông/bà vừa xem. Hãy tải lại trang và xem lại.',
    en: 'Another proposal than the one you looked at is waiting. Load the page again and look at it.',
  },
  'period.own-proposal': {
    status: 409,
    vi: 'Người đề nghị không tự xác nhận. Cần một cán bộ toàn quốc khác.',
    en: 'Nobody confirms his own proposal. Another official of the nation must.',
  },
  'period.proposal-lapsed': {
    status: 409,
    vi: 'Số liệu đã thay đổi sau khi đề nghị nên đề nghị hết hiệu lực, kỳ chưa chốt. Hãy xem lại và đề nghị lại.',
    en: 'The figures have changed since the proposal, so it has lapsed and nothing was closed. Look again and propose anew.',
  },
  'indicator.not-cut-so': {
    status: 400,
    vi: 'Chỉ tiêu này không tách được theo điều kiện đã chọn.',
    en: 'This indicator cannot be broken down in the way asked for.',
  },
  'indicator.not-kept-so': {
    status: 400,
    vi: 'Bản đã chốt của kỳ này không giữ số liệu theo cách tách đã chọn. Muốn xem thì chọn số liệu hiện có.',
    en: 'The closed version of this period keeps no figures cut in the way asked for. Ask for the figures as they stand now.',
  },
  'report.newer': {
    status: 409,
    vi: 'Doanh nghiệp đã nộp bản mới hơn. Hãy xem bản mới.',
    en: 'The operator has submitted a newer version. Look at that one.',
  },
  'report.answered': { status: 409, vi: 'Bản báo cáo này đã được trả lời.', en: 'This version has been answered already.' },
  'report.faulty': {
    status: 409,
    vi: 'Báo cáo có số liệu không hợp lệ nên chỉ trả lại được.',
    en: 'The report holds impossible figures, so it can only be returned.',
  },
  'report.reason': {
    status: 400,
    vi: 'Hãy ghi lý do trả lại để doanh nghiệp biết phải sửa gì.',
    en: 'Say why it is returned, so that the operator knows what to put right.',
  },
  'export.busy': {
    status: 503,
    vi: 'Đang có nhiều tệp được lập. Xin thử lại sau ít giây.',
    en: 'Many files are being made. Please try again in a few seconds.',
  },
  'sample.nothing-traded': {
    status: 409,
    vi: 'Kỳ và địa bàn này chưa có sản phẩm nào được giao dịch nên không rút mẫu được.',
    en: 'Nothing was traded in this period and area, so no sample can be drawn.',
  },
  'inspection.fields-missing': {
    status: 422,
    vi: 'Còn mục chưa ghi kết quả. Mỗi mục chọn đúng, sai hoặc không xét được.',
    en: 'Some fields have no finding yet. Choose right, wrong or cannot be judged for each.',
  },
  'inspection.reason-missing': {
    status: 422,
    vi: 'Sửa một kết quả thì phải ghi lý do; ghi lần đầu thì không.',
    en: 'A correction needs a reason; a first finding has none.',
  },
  'inspection.place-half': { status: 422, vi: 'Vị trí cần đủ vĩ độ và kinh độ.', en: 'A place needs both latitude and longitude.' },
  'inspection.done': {
    status: 409,
    vi: 'Ông/bà đã ghi kết quả của sản phẩm này. Muốn đổi thì sửa kết quả và ghi lý do.',
    en: 'You have recorded your finding of this product. To change it, correct it and say why.',
  },
  'inspection.by-another': {
    status: 409,
    vi: 'Cán bộ khác đã kiểm tra sản phẩm này.',
    en: 'Another official has inspected this product.',
  },
  'inspection.not-latest': {
    status: 409,
    vi: 'Chỉ sửa được kết quả mới nhất do chính mình ghi.',
    en: 'Only the latest finding of your own can be corrected.',
  },
  'inspection.id-used': {
    status: 422,
    vi: 'Mã của phiếu này đã dùng cho phiếu khác.',
    en: 'The id of this finding stands for another one.',
  },
  'inspection.photo-unknown': {
    status: 422,
    vi: 'Không tìm thấy ảnh đi kèm. Hãy chụp và gửi lại.',
    en: 'A photo of this finding was not found. Take it again.',
  },
  'inspection.photo-gone': {
    status: 404,
    vi: 'Ảnh này không còn được lưu. Kết quả kiểm tra vẫn giữ nguyên.',
    en: 'This photo is no longer kept. The finding stands as it was.',
  },
  'inspection.photo-unreadable': {
    status: 422,
    vi: 'Không đọc được ảnh. Hãy dùng ảnh JPEG, PNG hoặc WebP.',
    en: 'The photo cannot be read. Use a JPEG, PNG or WebP picture.',
  },
});
