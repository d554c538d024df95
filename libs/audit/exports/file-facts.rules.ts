import { toLocalTimestamp } from '@choxa/standards';
import type { AuditFile, Fact, FilledTable, TableHeadline } from './audit-table.js';
import { hashOf } from './canonical-csv.rules.js';
import { paperText } from './pdf-columns.rules.js';

/** How to check a hash with any tool that computes SHA-256. */
const HOW_TO_CHECK: Fact = [
  'Cách kiểm tra / How to check',
  'SHA-256 của phần bảng trong tệp CSV: từ tên cột đến hết dòng bảng cuối, mã UTF-8, bỏ dấu BOM ở đầu và phần thông tin phía sau. / ' +
    'SHA-256 of the tables in the CSV file: from the names of the columns to the end of the last row, in UTF-8, without the BOM in front and the notes behind.',
];

/** What a file says of itself, in the order it is read: what, of when, how counted, and by what its rows are known again. */
export function factsOf(file: AuditFile): Fact[] {
  return [
    ['Tên / Title', `${file.titleVi} / ${file.titleEn}`],
    ...file.filters,
    ['Số liệu lúc / As of', toLocalTimestamp(file.asOf)],
    ...file.tables.flatMap((table) => tableFacts(table, file.tables.length > 1)),
    ['SHA-256', hashOf(file)],
    HOW_TO_CHECK,
  ];
}

function tableFacts(table: FilledTable, named: boolean): Fact[] {
  return [
    ...(named ? [['Bảng / Table', `${table.titleVi} / ${table.titleEn}`] as const] : []),
    ...table.filters,
    ...(table.headline ? headlineFacts(table.headline) : []),
    ['Số dòng / Rows', String(table.rows.length)],
    ...(table.cut ? [['Lưu ý / Note', CUT] as const] : []),
    ...table.method.map((line) => ['Cách tính / Method', line] as const),
  ];
}

/** The figure above a table, with what it was divided from. */
export function headlineFacts({ numerator, denominator, measure, value, methodVersion }: TableHeadline): Fact[] {
  return [
    ['Tử số / Numerator', `${paperText(numerator, 'int')}${measure === 'hours' ? ' phút / minutes' : ''}`],
    ['Mẫu số / Denominator', paperText(denominator, 'int')],
    ['Kết quả / Value', value === null ? NONE_AROSE : VALUE[measure](value)],
    ['Phiên bản cách tính / Method version', methodVersion],
  ];
}

const VALUE: Record<TableHeadline['measure'], (value: string) => string> = {
  share: (value) => paperText(value, 'percent'),
  growth: (value) => paperText(value, 'percent'),
  per_head: (value) => paperText(value, 'decimal'),
  hours: (value) => `${paperText(value, 'decimal')} giờ / hours`,
};
/** Instead of a share of zero in zero. */
export const NONE_AROSE = 'không phát sinh / none arose';
/** Below a table of which a file takes the first rows only. */
export const CUT =
  'Bảng còn nữa nhưng tệp chỉ nhận đến đây; hãy lọc theo tỉnh, xã hoặc hộ. / There is more than a file takes; narrow it by province, commune or household.';
