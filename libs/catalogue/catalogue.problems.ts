import { defineProblems } from '@choxa/platform';

/** Everything the catalogue may refuse. */
export const problem = defineProblems({
  'product.not-ready': {
    status: 409,
    vi: 'Sản phẩm chưa đủ điều kiện bày bán.',
    en: 'The product is not ready to be sold yet.',
  },
  'product.set-unknown': { status: 422, vi: 'Không có nhóm sản phẩm này.', en: 'There is no such product set.' },
  'pack.net-content': { status: 422, vi: 'Khối lượng hoặc quy cách chưa đúng.', en: 'The net content is not valid.' },
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
});
