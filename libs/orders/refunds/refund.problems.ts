import { defineProblems } from '@choxa/platform';

export const refundProblem = defineProblems({
  'refund.state': {
    status: 409,
    vi: 'Khoản hoàn tiền này đã qua bước đó rồi. Xin tải lại trang.',
    en: 'This refund is past that step already. Please reload the page.',
  },
  'refund.no-cash-at-post': {
    status: 409,
    vi: 'Bưu điện không còn giữ đủ tiền thu hộ của đơn này. Xin chuyển khoản cho người mua.',
    en: 'The post no longer holds enough cash of this order. Please transfer the money to the buyer.',
  },
});
