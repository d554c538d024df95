import { fold, isIsoDay, normalizeText } from '@choxa/standards';
import { OFFICE_COLUMN_CODES, WEEKDAYS, type OfficeCells, type OfficeColumnCode } from './office-columns.js';
import type { OfficeKind } from './office.entity.js';

/** An office as a file or a form describes it. */
export interface OfficeRow {
  code: string;
  name: string;
  kind: OfficeKind;
  communeCode: string;
  postcode: string | null;
  staffed: boolean;
  internet: boolean;
  publicService: boolean;
  latitude: number | null;
  longitude: number | null;
  /** Monday to Sunday, or an empty list where nobody said. */
  openingHours: string[];
  /** Null: from the day on which it is brought in. */
  validFrom: string | null;
  validTo: string | null;
}

/** What can be wrong with a cell, with the sentence that says how to mend it. */
export const OFFICE_FAULTS = {
  'cell.missing': { vi: 'Ô này phải có.', en: 'This cell is required.' },
  'code.shape': { vi: 'Mã gồm 2–20 chữ in hoa không dấu, số, gạch nối.', en: 'A code has 2–20 capitals without marks, digits, hyphens.' },
  'code.twice': { vi: 'Mã này trùng với một dòng ở trên.', en: 'A row above has this code.' },
  'name.long': { vi: 'Tên dài tối đa 120 chữ.', en: 'A name has at most 120 letters.' },
  'kind.unknown': {
    vi: 'Loại là: bưu cục, điểm bưu điện văn hóa xã, bưu cục phát, trung tâm khai thác.',
    en: 'The kind is counter, commune_cultural, delivery or hub.',
  },
  'commune.unknown': { vi: 'Không có xã, phường mang mã 5 số này.', en: 'No commune has this five-digit code.' },
  'postcode.shape': { vi: 'Mã bưu chính gồm 5 chữ số, giữ cả số 0 đầu.', en: 'A postcode has five digits, the leading zero too.' },
  'flag.unknown': { vi: 'Ghi có hoặc không.', en: 'Write yes or no.' },
  'point.number': {
    vi: 'Tọa độ phải nằm trong Việt Nam: vĩ độ 7–24, kinh độ 101–118.',
    en: 'The point lies in Việt Nam: latitude 7–24, longitude 101–118.',
  },
  'point.half': { vi: 'Phải có cả vĩ độ và kinh độ.', en: 'Both latitude and longitude are needed.' },
  'hours.shape': { vi: 'Giờ mở cửa ghi như 07:30-11:30 13:30-17:00.', en: 'Opening hours are written like 07:30-11:30 13:30-17:00.' },
  'day.shape': { vi: 'Ngày ghi như 2026-12-31 hoặc 31/12/2026.', en: 'A day is written like 2026-12-31 or 31/12/2026.' },
  'day.before': { vi: 'Ngày ngừng không được trước ngày hoạt động.', en: 'It cannot close before it opens.' },
} as const satisfies Record<string, { vi: string; en: string }>;
export type OfficeFaultCode = keyof typeof OFFICE_FAULTS;

export interface OfficeFault {
  column: OfficeColumnCode;
  code: OfficeFaultCode;
}

const KINDS: Record<string, OfficeKind> = {
  counter: 'counter',
  'buu cuc': 'counter',
  commune_cultural: 'commune_cultural',
  'diem buu dien van hoa xa': 'commune_cultural',
  'buu dien van hoa xa': 'commune_cultural',
  delivery: 'delivery',
  'buu cuc phat': 'delivery',
  hub: 'hub',
  'trung tam khai thac': 'hub',
};
const YES = new Set(['co', 'yes', 'true', '1', 'x']);
const NO = new Set(['khong', 'no', 'false', '0']);
const SPAN = '([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d';
const HOURS = new RegExp(`^${SPAN}( ${SPAN}){0,3}$`);

/** Reads a row; every bad cell is named, and only a row without any gives an office. `isCommune`: whether a five-digit code is one of today. */
export function readOfficeRow(
  cells: OfficeCells,
  isCommune: (code: string) => boolean,
): { office: OfficeRow | null; faults: OfficeFault[] } {
  const faults: OfficeFault[] = [];
  const text = (column: OfficeColumnCode): string => normalizeText(cells[column] ?? '');
  const check = (column: OfficeColumnCode, good: boolean, code: OfficeFaultCode): void => {
    if (!good && !faults.some((fault) => fault.column === column)) faults.push({ column, code });
  };
  const flag = (column: OfficeColumnCode, absent: boolean): boolean => {
    const word = fold(text(column));
    check(column, !word || YES.has(word) || NO.has(word), 'flag.unknown');
    return word ? YES.has(word) : absent;
  };
  const degrees = (column: 'latitude' | 'longitude', from: number, to: number): number | null => {
    const value = text(column) ? Number(text(column).replace(',', '.')) : null;
    check(column, value === null || (value >= from && value <= to), 'point.number');
    return value;
  };
  const day = (column: 'valid_from' | 'valid_to'): string | null => {
    const written = text(column).replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
    check(column, !written || isIsoDay(written), 'day.shape');
    return written || null;
  };

  for (const column of ['code', 'name', 'kind', 'commune_code'] as const) check(column, text(column) !== '', 'cell.missing');
  const kind = KINDS[fold(text('kind'))];
  const hours = WEEKDAYS.map((weekday) =>
    text(weekday)
      .replace(/\s*[-–]\s*/g, '-')
      .replace(/[,;]\s*/g, ' '),
  );
  check('code', /^[A-Z0-9][A-Z0-9-]{1,19}$/.test(text('code')), 'code.shape');
  check('name', text('name').length <= 120, 'name.long');
  check('kind', kind !== undefined, 'kind.unknown');
  check('commune_code', isCommune(text('commune_code')), 'commune.unknown');
  check('postcode', /^(\d{5})?$/.test(text('postcode')), 'postcode.shape');
  WEEKDAYS.forEach((weekday, at) => check(weekday, !hours[at] || HOURS.test(hours[at]), 'hours.shape'));
  const office = {
    code: text('code'),
    name: text('name'),
    kind: kind ?? 'counter',
    communeCode: text('commune_code'),
    postcode: text('postcode') || null,
    staffed: flag('staffed', true),
    internet: flag('internet', true),
    publicService: flag('public_service', false),
    latitude: degrees('latitude', 7, 24),
    longitude: degrees('longitude', 101, 118),
    openingHours: hours.some(Boolean) ? hours : [],
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
  };
  check('latitude', office.latitude !== null || office.longitude === null, 'point.half');
  check('longitude', office.longitude !== null || office.latitude === null, 'point.half');
  check('valid_to', !office.validFrom || !office.validTo || office.validTo >= office.validFrom, 'day.before');
  return { office: faults.length ? null : office, faults };
}

/** The row as a file holds it. */
export function officeCells(office: OfficeRow): Record<OfficeColumnCode, string> {
  const word = (flag: boolean): string => (flag ? 'có' : 'không');
  const cells: OfficeCells = {
    code: office.code,
    name: office.name,
    kind: office.kind,
    commune_code: office.communeCode,
    postcode: office.postcode ?? '',
    staffed: word(office.staffed),
    internet: word(office.internet),
    public_service: word(office.publicService),
    latitude: office.latitude === null ? '' : String(office.latitude),
    longitude: office.longitude === null ? '' : String(office.longitude),
    valid_from: office.validFrom ?? '',
    valid_to: office.validTo ?? '',
  };
  WEEKDAYS.forEach((weekday, at) => (cells[weekday] = office.openingHours[at] ?? ''));
  return Object.fromEntries(OFFICE_COLUMN_CODES.map((code) => [code, cells[code] ?? ''])) as Record<OfficeColumnCode, string>;
}
