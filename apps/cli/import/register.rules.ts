import type { CommuneRegister, RegisterRow } from '@choxa/households';
import type { Places } from '@choxa/places';
import { isIsoDay, parsePhone } from '@choxa/standards';
import type { ListFile } from './list-file.js';
import { placeOf } from './place.rules.js';
import type { RegisterColumn } from './register-columns.js';
import { cellText } from './values.rules.js';

/** A row that cannot be placed: its number in the file and why, Vietnamese and English. */
export interface RegisterFault {
  row: number;
  vi: string;
  en: string;
}

/** One commune's register with the rows of the file it was read from. */
export interface PlannedRegister extends CommuneRegister {
  fileRows: number[];
}

const LONGEST = 300;

/**
 * Sorts the rows of a file by commune and day. Any fault refuses the whole file: half a register would count households as missing.
 * `today`: `YYYY-MM-DD` in Vietnam.
 */
export function planRegisters(
  file: ListFile<RegisterColumn>,
  places: Pick<Places, 'resolve' | 'provinceNamed'>,
  today: string,
): { registers: PlannedRegister[]; faults: RegisterFault[] } {
  const registers = new Map<string, Omit<PlannedRegister, 'rows'> & { rows: RegisterRow[] }>();
  const faults: RegisterFault[] = [];
  for (const { row, cells } of file.rows) {
    const asOf = cellText(cells.as_of);
    const source = cellText(cells.source);
    const name = cellText(cells.household_name);
    const phoneCell = cellText(cells.phone);
    const phone = parsePhone(phoneCell);
    const { commune, gaps } = placeOf(cells, places);
    const fault =
      (!isIsoDay(asOf) && ['as_of: hãy ghi ngày kiểu 2026-09-30', 'as_of: write the day as 2026-09-30']) ||
      (asOf > today && ['as_of: ngày chưa tới', 'as_of: the day has not come yet']) ||
      (!source && ['source: thiếu nguồn', 'source: missing']) ||
      (!name && ['household_name: thiếu tên hộ', 'household_name: missing']) ||
      ((name.length > LONGEST || source.length > LONGEST) && ['dài quá 300 ký tự', 'longer than 300 characters']) ||
      (phoneCell && !phone.ok && ['phone: không phải số di động', 'phone: not a mobile number']) ||
      (!commune && [gaps[0]!.vi, gaps[0]!.en]);
    if (fault) {
      faults.push({ row, vi: fault[0]!, en: fault[1]! });
      continue;
    }
    const key = `${commune!.code} ${asOf}`;
    const register = registers.get(key) ?? { commune: commune!, asOf, source, rows: [], fileRows: [] };
    if (register.source !== source)
      faults.push({ row, vi: 'source: khác nguồn của xã này', en: 'source: another than that of this commune' });
    register.rows.push({
      name,
      representative: cellText(cells.representative) || null,
      address: cellText(cells.address) || null,
      products: cellText(cells.products) || null,
      slug: cellText(cells.platform_slug).replace(/^.*\/ho\//, '') || null,
      phone: phone.ok ? phone.e164 : null,
    });
    register.fileRows.push(row);
    registers.set(key, register);
  }
  return { registers: [...registers.values()], faults };
}
