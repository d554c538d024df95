import { formatPhone } from '@choxa/standards';
import { toCsv } from '../feeds/csv.rules.js';
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
type BankRow = Record<(typeof COLUMNS)[number], string | number>;

/** The lines the bank is to pay, as CSV with the mark by which spreadsheets know UTF-8; nothing in it is taken for a formula. */
export function payoutCsv(batch: PayoutBatchDetailDto): string {
  return `\uFEFF${toCsv(COLUMNS, bankRows(batch))}`;
}

/** The same as a workbook. Names are text cells, so nothing becomes a formula. */
export async function payoutWorkbook(batch: PayoutBatchDetailDto): Promise<Buffer> {
  // Loaded with the first workbook: 20 MB that an API which makes none need not hold.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const head = COLUMNS.map((value) => ({ value, fontWeight: 'bold', wrap: true }));
  const rows = bankRows(batch).map((row) =>
    COLUMNS.map((column) => ({ value: row[column], type: typeof row[column] === 'number' ? Number : String })),
  );
  return writeXlsxFile(
    [head, ...rows] as never,
    { sheet: batch.reference, columns: COLUMNS.map(() => ({ width: 22 })) } as never,
  ).toBuffer();
}

/** What the bank has not paid and is not to pay nothing for. */
function bankRows({ entries }: PayoutBatchDetailDto): BankRow[] {
  return entries
    .filter(({ state, paidVnd }) => state === 'waiting' && paidVnd > 0)
    .map(({ reference, senderName, senderPhone, parcels, collectedVnd, postageVnd, paidVnd }) => ({
      'Mã chuyển tiền / Reference': reference,
      'Người nhận / Payee': senderName,
      'Điện thoại / Telephone': formatPhone(senderPhone),
      'Số bưu gửi / Parcels': parcels.length,
      'Đã thu (đồng) / Collected': collectedVnd,
      'Cước giữ lại (đồng) / Postage': postageVnd,
      'Chuyển (đồng) / To pay': paidVnd,
    }));
}
