import { formatDay, localDay } from '@choxa/standards';
import type { PaymentMethod } from '../payments/payment.rules.js';
import type { SellerOrderState } from '../seller-orders/seller-order.rules.js';
import type { MoneyLineDto, MoneyTotalsDto } from './money.dto.js';
import type { Settlement } from './money.rules.js';
import { periodTitle } from './statement-period.rules.js';

/** A statement of a household's money in a period, as it is printed and as it is written into a workbook. */
export interface MoneyStatement {
  householdName: string;
  period: string;
  madeAt: Date;
  lines: MoneyLineDto[];
  totals: MoneyTotalsDto;
}

interface Column {
  title: string;
  /** Share of the width of a page. */
  share: number;
  of: (line: MoneyLineDto) => string | number;
  total?: (totals: MoneyTotalsDto) => number;
}

const METHODS: Record<PaymentMethod, string> = { cod: 'Thu hộ', vietqr: 'Chuyển khoản', gateway: 'Cổng thanh toán' };
const SETTLEMENTS: Record<Settlement, string> = {
  unsettled: 'Chưa đối soát',
  paid: 'Đã trả',
  reconciled: 'Đã đối soát',
  none: 'Không còn tiền chờ',
  to_refund: 'Phải trả lại khách',
};
const STATES: Record<SellerOrderState, string> = {
  placed: 'Mới',
  confirmed: 'Đã xác nhận',
  packed: 'Đã gói',
  posted: 'Đang gửi',
  delivered: 'Đã giao',
  returning: 'Đang hoàn',
  returned: 'Đã hoàn',
  cancelled: 'Đã hủy',
};

export const STATEMENT_TABLE: readonly Column[] = [
  { title: 'Đơn', share: 9, of: ({ number }) => number },
  { title: 'Ngày đặt', share: 8, of: ({ placedAt }) => formatDay(localDay(new Date(placedAt))) },
  { title: 'Tình trạng', share: 9, of: ({ state }) => STATES[state] },
  { title: 'Cách trả', share: 9, of: ({ method }) => METHODS[method] },
  money('Tiền hàng', 'goodsVnd'),
  money('Cước gửi', 'postageVnd'),
  money('Phí sàn', 'feeVnd'),
  money('Thuế', 'taxVnd'),
  money('Bạn nhận', 'netVnd'),
  money('Khách còn nợ', 'dueVnd'),
  money('Bưu điện giữ', 'atPostVnd'),
  money('Đã về', 'arrivedVnd'),
  { title: 'Đối soát', share: 11, of: ({ settlement }) => SETTLEMENTS[settlement] },
];

function money(title: string, name: keyof MoneyLineDto & keyof MoneyTotalsDto): Column {
  return { title, share: 8, of: (line) => line[name], total: (totals) => totals[name] };
}

export function statementTitle({ householdName, period }: MoneyStatement): string {
  return `Sao kê tiền hàng – ${householdName} – ${periodTitle(period)}`;
}
