import { fold } from '@choxa/standards';

interface OfficeColumn {
  vi: string;
  en: string;
  required?: true;
}

/** Columns of the register's file, in its sequence; the header may hold the code, the Vietnamese or the English name. */
export const OFFICE_COLUMNS = {
  code: { vi: 'Mã bưu cục', en: 'Office code', required: true },
  name: { vi: 'Tên bưu cục', en: 'Office name', required: true },
  kind: { vi: 'Loại', en: 'Kind', required: true },
  commune_code: { vi: 'Mã xã, phường', en: 'Commune code', required: true },
  postcode: { vi: 'Mã bưu chính', en: 'Postcode' },
  staffed: { vi: 'Có người phục vụ', en: 'Staffed' },
  internet: { vi: 'Có internet', en: 'Internet' },
  public_service: { vi: 'Dịch vụ công', en: 'Public services' },
  latitude: { vi: 'Vĩ độ', en: 'Latitude' },
  longitude: { vi: 'Kinh độ', en: 'Longitude' },
  monday: { vi: 'Thứ hai', en: 'Monday' },
  tuesday: { vi: 'Thứ ba', en: 'Tuesday' },
  wednesday: { vi: 'Thứ tư', en: 'Wednesday' },
  thursday: { vi: 'Thứ năm', en: 'Thursday' },
  friday: { vi: 'Thứ sáu', en: 'Friday' },
  saturday: { vi: 'Thứ bảy', en: 'Saturday' },
  sunday: { vi: 'Chủ nhật', en: 'Sunday' },
  valid_from: { vi: 'Hoạt động từ ngày', en: 'Open from' },
  valid_to: { vi: 'Ngừng từ ngày', en: 'Closed from' },
} as const satisfies Record<string, OfficeColumn>;

export type OfficeColumnCode = keyof typeof OFFICE_COLUMNS;
export const OFFICE_COLUMN_CODES = Object.keys(OFFICE_COLUMNS) as OfficeColumnCode[];
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies OfficeColumnCode[];

/** One row's texts by column. */
export type OfficeCells = Partial<Record<OfficeColumnCode, string>>;

/** `Mã bưu cục / Office code`, as the export's header says it. */
export function officeColumnTitle(code: OfficeColumnCode): string {
  return `${OFFICE_COLUMNS[code].vi} / ${OFFICE_COLUMNS[code].en}`;
}

const keyOf = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '');
const BY_KEY = new Map(
  OFFICE_COLUMN_CODES.flatMap((code) =>
    [code, OFFICE_COLUMNS[code].vi, OFFICE_COLUMNS[code].en, officeColumnTitle(code)].map((name) => [keyOf(name), code]),
  ),
);

/** Where each known column stands in a header, and which required ones are missing. */
export function readOfficeHeader(cells: readonly string[]): { at: Map<OfficeColumnCode, number>; missing: OfficeColumnCode[] } {
  const at = new Map<OfficeColumnCode, number>();
  cells.forEach((cell, index) => {
    const code = BY_KEY.get(keyOf(cell)) as OfficeColumnCode | undefined;
    if (code && !at.has(code)) at.set(code, index);
  });
  return { at, missing: OFFICE_COLUMN_CODES.filter((code) => 'required' in OFFICE_COLUMNS[code] && !at.has(code)) };
}
