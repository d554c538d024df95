import type { SheetCell, WorkbookSheet } from '@choxa/platform';
import { formatPhone } from '@choxa/standards';
import type { PayoutBatchDetailDto } from './payout-batch.dto.js';

const COLUMNS = [
  'Mã chuyển tiền / Reference',
  'Người nhận / Payee',
  'Điện thoại / Telephone',
  'Số bưu gửi / Parcels',
  'Đã thu (đồng) / Collected',
  'Cước giữ lại (đồng) / Postage',
  'Chuyển (đồng) / To pay',
] as const;

/** The lines the bank is to pay, as a sheet of a workbook. */
export function payoutSheet(batch: PayoutBatchDetailDto): WorkbookSheet {
  const head = COLUMNS.map((value): SheetCell => ({ value, bold: true, wrap: true }));
  return { name: batch.reference, widths: COLUMNS.map(() => 22), rows: [head, ...bankRows(batch)] };
}

/** The same as lines of a CSV file. */
export function payoutLines(batch: PayoutBatchDetailDto): string[][] {
  return [[...COLUMNS], ...bankRows(batch).map((row) => row.map(String))];
}

/** In the sequence of the columns. What the bank has paid, and where there is nothing to pay, is left out. */
function bankRows({ entries }: PayoutBatchDetailDto): (string | number)[][] {
  return entries
    .filter(({ state, paidVnd }) => state === 'waiting' && paidVnd > 0)
    .map(({ reference, senderName, senderPhone, parcels, collectedVnd, postageVnd, paidVnd }) => [
      reference,
      senderName,
      formatPhone(senderPhone),
      parcels.length,
      collectedVnd,
      postageVnd,
      paidVnd,
    ]);
}
