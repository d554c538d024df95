import type { Tx } from '@choxa/platform';
import { labelGaps } from '../../indicators/labelled-products/label-gaps.query.js';
import { toTradedLineDto } from '../../indicators/labelled-products/labelled-products.mapper.js';
import { LABELLED_PRODUCTS } from '../../indicators/labelled-products/labelled-products.js';
import { listTradedLines } from '../../indicators/labelled-products/traded-lines.query.js';
import { shareOf } from '../../indicators/share.rules.js';
import { yesNo, type AuditTable, type Fact, type TableQuestion } from '../audit-table.js';
import { headlineOf, methodLines } from './figure-columns.js';
import { barcodeWords, fieldWords, levelWords } from './label-words.rules.js';
import { setWords } from './set-words.rules.js';

/** What both tables of indicator 12 share. */
const OF_LABELS = {
  async headline(tx: Tx, { scope, places }: TableQuestion) {
    return headlineOf(LABELLED_PRODUCTS, scope, await LABELLED_PRODUCTS.figure(tx, scope, places));
  },
  method: ({ scope }: TableQuestion) => methodLines(LABELLED_PRODUCTS, scope),
};

/** The traded lines indicator 12 counts, newest first, with what each label lacks; nothing of a buyer. */
export const LINES: AuditTable = {
  ...OF_LABELS,
  key: 'lines',
  titleVi: 'Dòng hàng đã giao dịch',
  titleEn: 'Traded lines',
  columns: [
    { key: 'deliveredOn', titleVi: 'Ngày giao', titleEn: 'Delivered on', kind: 'day' },
    { key: 'productName', titleVi: 'Sản phẩm', titleEn: 'Product', kind: 'text' },
    { key: 'set', titleVi: 'Nhóm', titleEn: 'Set', kind: 'text' },
    { key: 'householdName', titleVi: 'Hộ bán', titleEn: 'Household', kind: 'text' },
    { key: 'communeName', titleVi: 'Xã', titleEn: 'Commune', kind: 'text' },
    { key: 'provinceName', titleVi: 'Tỉnh', titleEn: 'Province', kind: 'text' },
    { key: 'quantity', titleVi: 'Số lượng', titleEn: 'Quantity', kind: 'int' },
    { key: 'amountVnd', titleVi: 'Tiền hàng (đồng)', titleEn: 'Amount', kind: 'vnd' },
    { key: 'compliant', titleVi: 'Đủ nhãn', titleEn: 'Label complete', kind: 'text' },
    { key: 'level', titleVi: 'Mức', titleEn: 'Level', kind: 'text' },
    { key: 'missing', titleVi: 'Còn thiếu', titleEn: 'Missing', kind: 'text' },
    { key: 'barcodeKind', titleVi: 'Loại mã', titleEn: 'Kind of code', kind: 'text' },
    { key: 'checkedByPerson', titleVi: 'Có người kiểm tra', titleEn: 'Checked by a person', kind: 'text' },
  ],
  async rows(tx, { scope, params }, limit) {
    const { data } = await listTradedLines(tx, scope, { compliant: params.compliant ?? null, limit }, toTradedLineDto);
    return data.map(({ deliveredOn, productName, setCode, householdName, communeName, provinceName, quantity, amountVnd, ...label }) => ({
      deliveredOn,
      productName,
      set: setWords(setCode),
      householdName,
      communeName,
      provinceName,
      quantity,
      amountVnd,
      compliant: yesNo(label.compliant),
      level: levelWords(label.level),
      missing: label.missing.map(fieldWords).join('; '),
      barcodeKind: label.barcodeKind && barcodeWords(label.barcodeKind),
      checkedByPerson: yesNo(label.checkedByPerson),
    }));
  },
  filters: ({ params: { compliant } }): Fact[] => (compliant === undefined ? [] : [['Đủ nhãn / Label complete', yesNo(compliant)]]),
};

/** What the labels of traded lines lack, and what mending each field alone would bring; the greatest gain first. */
export const GAPS: AuditTable = {
  ...OF_LABELS,
  key: 'gaps',
  inReport: 'everywhere',
  titleVi: 'Nhãn thiếu gì',
  titleEn: 'What labels lack',
  columns: [
    { key: 'field', titleVi: 'Mã mục', titleEn: 'Field', kind: 'text' },
    { key: 'words', titleVi: 'Mục còn thiếu', titleEn: 'Missing field', kind: 'text' },
    { key: 'lines', titleVi: 'Dòng hàng', titleEn: 'Lines', kind: 'int' },
    { key: 'netLines', titleVi: 'Dòng hàng trừ tự mua', titleEn: 'Lines without self-dealing', kind: 'int' },
    { key: 'products', titleVi: 'Sản phẩm', titleEn: 'Products', kind: 'int' },
    { key: 'mended', titleVi: 'Sản phẩm chỉ thiếu mục này', titleEn: 'Products that lack only this', kind: 'int' },
    { key: 'after', titleVi: 'Tỷ lệ nếu bổ sung (%)', titleEn: 'Share if mended', kind: 'percent' },
  ],
  async rows(tx, { scope }) {
    const { gaps, of } = await labelGaps(tx, scope);
    return gaps.map(({ field, lines, netLines, products, mended }) => ({
      field,
      words: fieldWords(field),
      lines,
      netLines,
      products,
      mended,
      after: shareOf(of.numerator + mended, of.denominator).share,
    }));
  },
};
