import { defineProblems } from '@choxa/platform';

export const returnProblem = defineProblems({
  'return.not-delivered': { status: 409, vi: 'Chỉ trả được hàng đã giao.', en: 'Only delivered goods can be returned.' },
  'return.too-late': {
    status: 409,
    vi: 'Đã quá hạn trả hàng, hoặc loại hàng này không trả được vì lý do đó. Bạn vẫn có thể khiếu nại.',
    en: 'The time to return it is over, or such goods cannot be returned for that reason. You can still complain.',
  },
  'return.line-unknown': { status: 422, vi: 'Có mặt hàng không thuộc đơn này.', en: 'One of the lines is not of this order.' },
  'return.too-many': {
    status: 409,
    vi: 'Số lượng trả nhiều hơn số đã nhận và chưa trả.',
    en: 'That is more than was delivered and not yet returned.',
  },
  'return.picture-needed': {
    status: 422,
    vi: 'Lý do này cần ít nhất một ảnh chụp món hàng.',
    en: 'This reason needs at least one picture of the goods.',
  },
  'return.pictures-full': { status: 409, vi: 'Đã đủ 3 ảnh.', en: 'There are 3 pictures already.' },
  'return.state': {
    status: 409,
    vi: 'Yêu cầu trả hàng đã qua bước đó rồi. Xin tải lại trang.',
    en: 'This return is past that step already. Please reload the page.',
  },
  'return.counts': {
    status: 422,
    vi: 'Mỗi món phải chia đủ thành bán lại và bỏ đi.',
    en: 'Of each line, back on sale and written off must add up to what came back.',
  },
});
