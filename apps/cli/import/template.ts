import { COLUMNS } from './columns.rules.js';

const EXAMPLES = [
  [
    'Mật ong hoa cà phê 500ml',
    'Hợp tác xã Ong Mẫu',
    'hop_tac_xa',
    'xã Thạnh Phú',
    'huyện Cầu Kè',
    'Trà Vinh',
    '4',
    '2025',
    'thuc_pham',
    '120.000',
    '',
  ],
  ['Giỏ cói đan tay', 'Nguyễn Thị Mẫu', 'ho', 'đặc khu Lý Sơn', '', 'Quảng Ngãi', '3', '2025', 'thu_cong_my_nghe', '', ''],
] as const;

/** A list with its header and two invented rows, as Excel opens it: with a byte order mark, or Excel takes it for another encoding. */
export function templateCsv(): string {
  return `\ufeff${[COLUMNS, ...EXAMPLES].map((row) => row.join(',')).join('\r\n')}\r\n`;
}
