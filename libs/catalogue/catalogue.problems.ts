import { defineProblems } from '@choxa/platform';

/** Everything the catalogue may refuse. */
export const problem = defineProblems({
  'product.not-ready': {
    status: 409,
    vi: 'Sản phẩm chưa đủ điều kiện bày bán.',
    en: 'The product is not ready to be sold yet.',
  },
  'product.taken-down': {
    status: 410,
    vi: 'Sản phẩm này đã bị gỡ theo yêu cầu của cơ quan chức năng.',
    en: 'This product was taken down at the request of an authority.',
  },
  'product.under-takedown': {
    status: 409,
    vi: 'Sản phẩm đang bị gỡ nên chưa bày bán được. Xin xem lý do và khiếu nại nếu cần.',
    en: 'The product is taken down and cannot be sold. See why, and appeal if needed.',
  },
  'takedown.in-force': { status: 409, vi: 'Sản phẩm này đã bị gỡ rồi.', en: 'This product is taken down already.' },
  'takedown.future': { status: 422, vi: 'Thời điểm yêu cầu chưa tới.', en: 'The time of the request has not come yet.' },
  'takedown.over': { status: 409, vi: 'Lệnh gỡ này đã hết hiệu lực.', en: 'This takedown is over already.' },
  'takedown.no-appeal': { status: 409, vi: 'Hộ chưa khiếu nại.', en: 'There is no appeal to answer.' },
  'takedown.decided': {
    status: 409,
    vi: 'Khiếu nại đã được trả lời, không gửi lại được.',
    en: 'The appeal has been answered and cannot be sent again.',
  },
  'favourite.too-many': {
    status: 409,
    vi: 'Bạn đã lưu đủ 200 món yêu thích. Xin bỏ bớt món không cần nữa.',
    en: 'You already have 200 favourites. Please remove some you no longer need.',
  },
  'report.too-many': {
    status: 429,
    vi: 'Vừa có quá nhiều báo cáo. Xin gửi lại sau một giờ.',
    en: 'There were too many reports just now. Please try again in an hour.',
  },
  'report.handled': { status: 409, vi: 'Báo cáo này đã được xử lý.', en: 'This report has been handled already.' },
  'review.closed': {
    status: 409,
    vi: 'Đánh giá chỉ sửa được trong 30 ngày sau khi viết.',
    en: 'A review can be changed only within 30 days of writing it.',
  },
  'review.own-goods': {
    status: 409,
    vi: 'Không tự đánh giá hàng của hộ mình được.',
    en: 'Nobody reviews the goods of their own household.',
  },
  'review.pictures': { status: 409, vi: 'Mỗi đánh giá có tối đa 3 hình.', en: 'A review has at most 3 pictures.' },
  'review.not-hidden': { status: 409, vi: 'Đánh giá này không bị ẩn.', en: 'This review is not hidden.' },
  'review.appealed': {
    status: 409,
    vi: 'Khiếu nại của bạn đang chờ cán bộ xem.',
    en: 'Your appeal is waiting for an official.',
  },
  'question.too-many': {
    status: 429,
    vi: 'Đã có nhiều câu hỏi chờ trả lời. Xin hỏi lại vào ngày mai.',
    en: 'There are many questions waiting. Please ask again tomorrow.',
  },
  'remark.hidden': { status: 409, vi: 'Nội dung này đã bị ẩn rồi.', en: 'This is hidden already.' },
  'remark.not-hidden': { status: 409, vi: 'Nội dung này không bị ẩn.', en: 'This is not hidden.' },
  'product.set-unknown': { status: 422, vi: 'Không có nhóm sản phẩm này.', en: 'There is no such product set.' },
  'pack.net-content': { status: 422, vi: 'Khối lượng hoặc quy cách chưa đúng.', en: 'The net content is not valid.' },
  'pack.too-many': { status: 409, vi: 'Mỗi sản phẩm có tối đa 20 quy cách đang bán.', en: 'A product has at most 20 packs on sale.' },
  'pack.last': {
    status: 409,
    vi: 'Đây là quy cách cuối cùng. Muốn thôi bán, xin tạm ngừng bán cả sản phẩm.',
    en: 'This is the last pack. To stop selling, pause the product.',
  },
  'image.unreadable': {
    status: 422,
    vi: 'Không đọc được ảnh: hãy gửi ảnh JPEG, PNG hoặc WebP còn nguyên vẹn.',
    en: 'The picture cannot be read: send an intact JPEG, PNG or WebP.',
  },
  'image.too-large': { status: 422, vi: 'Ảnh quá lớn.', en: 'The picture is too large.' },
  'image.too-many': { status: 409, vi: 'Mỗi sản phẩm có tối đa 8 ảnh.', en: 'A product has at most 8 pictures.' },
  'image.missing': { status: 422, vi: 'Thiếu tệp ảnh (ô "file").', en: 'The picture is missing (field "file").' },
  'recognition.known': { status: 409, vi: 'Quyết định công nhận này đã có.', en: 'This recognition is already recorded.' },
  'recognition.future': { status: 422, vi: 'Ngày quyết định chưa tới.', en: 'The day of the decision has not come yet.' },
  'recognition.level': {
    status: 422,
    vi: 'Cấp công nhận không khớp với số sao hoặc ngày quyết định.',
    en: 'The issuing level does not fit the stars or the day of the decision.',
  },
  'recognition.not-entered': {
    status: 409,
    vi: 'Cán bộ chưa nhập quyết định này nên chưa xác nhận được.',
    en: 'No official has entered this recognition yet, so it cannot be confirmed.',
  },
  'recognition.same-official': {
    status: 409,
    vi: 'Người xác nhận phải khác người nhập.',
    en: 'The official who confirms must be another than the one who entered it.',
  },
  'recognition.not-standing': {
    status: 409,
    vi: 'Chỉ sửa hoặc thu hồi được quyết định cán bộ đã nhập và chưa bị thu hồi.',
    en: 'Only a recognition that an official has entered and that still stands can be corrected or revoked.',
  },
  'recognition.change-open': {
    status: 409,
    vi: 'Quyết định này đang chờ xác nhận một lần sửa hoặc thu hồi khác.',
    en: 'Another correction or revocation of this recognition is waiting to be confirmed.',
  },
  'recognition.same-proposer': {
    status: 409,
    vi: 'Người xác nhận phải khác người đề nghị.',
    en: 'The official who confirms must be another than the one who proposed it.',
  },
  'sheet.missing': { status: 422, vi: 'Thiếu tệp bảng tính (ô "file").', en: 'The spreadsheet is missing (field "file").' },
  'sheet.columns': {
    status: 422,
    vi: 'Dòng đầu thiếu cột bắt buộc hoặc có cột lặp lại; hãy dùng tệp mẫu.',
    en: 'The first row lacks a required column or has one twice; use the template.',
  },
  'sheet.no-good-row': { status: 409, vi: 'Không có dòng nào nhập được.', en: 'There is no row that can be brought in.' },
});
