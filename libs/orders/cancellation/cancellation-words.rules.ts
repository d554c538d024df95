import { formatVnd } from '@choxa/standards';
import type { PaymentMethod, PaymentState } from '../payments/payment.rules.js';
import type { CancelReason } from './cancellation.rules.js';

/** The same in both languages. */
export interface Words {
  vi: string;
  en: string;
}

/** What a cancellation means for the buyer's money, by how far the payment had come before it; `owedVnd` is what is newly owed back. */
export function moneyWords(method: PaymentMethod, before: PaymentState, owedVnd: number): Words {
  if (owedVnd) return { vi: `Bạn được hoàn ${formatVnd(owedVnd)}.`, en: `You get ${formatVnd(owedVnd)} back.` };
  if (before !== 'due' && before !== 'void')
    return { vi: 'Tiền bạn đã trả sẽ được hoàn, xem ở trang đơn hàng.', en: "What you paid comes back, see the order's page." };
  if (method === 'cod') return { vi: 'Bạn không phải trả tiền phần này.', en: 'Nothing to pay for it.' };
  return {
    vi: 'Đừng trả tiền phần này nữa. Nếu đã trả, hãy báo ở mục Khiếu nại trong trang đơn hàng để được hoàn.',
    en: "Do not pay for it any more. If you have, complain on the order's page to get it back.",
  };
}

/** Reasons that say the household has less to sell than its shelf on the market says. */
const GOODS_ARE_GONE: readonly CancelReason[] = ['out_of_stock', 'spoiled'];

/** What a cancellation means for the household's shelf: the goods are counted as on sale again. */
export function goodsWords(reason: CancelReason): Words {
  return GOODS_ARE_GONE.includes(reason)
    ? { vi: 'Chợ đã cộng lại số lượng: hãy sửa số còn bán cho đúng.', en: 'Their number is on sale again: please correct your stock.' }
    : { vi: 'Hàng được bán lại.', en: 'The goods are on sale again.' };
}
