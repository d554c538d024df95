/** The columns of a register of OCOP households, in the order of the template. All but `phone` are required; a cell may be empty. */
export const REGISTER_COLUMNS = [
  'as_of',
  'source',
  'household_name',
  'representative',
  'commune',
  'district',
  'province',
  'address',
  'products',
  'platform_slug',
  'phone',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** What makes the list of a register. */
export const REGISTER_LIST = { columns: REGISTER_COLUMNS, optional: ['phone'], named: 'household_name' } as const;

const EXAMPLES = [
  [
    '2026-09-30',
    'UBND xã Cầu Kè',
    'Hộ Nguyễn Thị Mẫu',
    'Nguyễn Thị Mẫu',
    'xã Cầu Kè',
    '',
    'Vĩnh Long',
    'Ấp 3',
    'Dừa sáp',
    '',
    '0500 000 901',
  ],
  ['2026-09-30', 'UBND xã Cầu Kè', 'Hợp tác xã Ong Mẫu', 'Trần Văn Mẫu', 'xã Cầu Kè', '', 'Vĩnh Long', 'Ấp 5', 'Mật ong; sáp ong', '', ''],
] as const;

/** A register with its header and two invented rows, with a byte order mark, or Excel takes it for another encoding. */
export function registerTemplateCsv(): string {
  return `\ufeff${[REGISTER_COLUMNS, ...EXAMPLES].map((row) => row.join(',')).join('\r\n')}\r\n`;
}
