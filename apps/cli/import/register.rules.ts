import type { CommuneRegister, RegisterRow } from '@choxa/households';
import type { Places } from '@choxa/places';
import { isIsoDay, parsePhone, spellingKey } from '@choxa/standards';
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

/** A row that tells of a household again, and the row that told of it first; by their numbers in the file. */
export interface RepeatedRow {
  row: number;
  first: number;
}

/** One commune's register with the rows of the file it was read from. */
export interface PlannedRegister extends CommuneRegister {
  fileRows: number[];
  repeated: RepeatedRow[];
}

/** While its rows are read; `known`: which row tells of a household, by its marks. */
type GrowingRegister = Omit<PlannedRegister, 'rows'> & { rows: RegisterRow[]; known: Map<string, number> };

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
  const registers = new Map<string, GrowingRegister>();
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
    const register: GrowingRegister = registers.get(key) ?? {
      commune: commune!,
      asOf,
      source,
      rows: [],
      fileRows: [],
      repeated: [],
      known: new Map(),
    };
    registers.set(key, register);
    if (register.source !== source)
      faults.push({ row, vi: 'source: khác nguồn của xã này', en: 'source: another than that of this commune' });
    const told: RegisterRow = {
      name,
      representative: cellText(cells.representative) || null,
      address: cellText(cells.address) || null,
      products: cellText(cells.products) || null,
      slug: cellText(cells.platform_slug).replace(/^.*\/ho\//, '') || null,
      phone: phone.ok ? phone.e164 : null,
    };
    const marks = marksOf(told);
    const at = marks.map((mark) => register.known.get(mark)).find((one) => one !== undefined) ?? register.rows.length;
    for (const mark of marks) register.known.set(mark, at);
    if (at === register.rows.length) {
      register.rows.push(told);
      register.fileRows.push(row);
      continue;
    }
    const first = register.fileRows[at]!;
    const both = together(register.rows[at]!, told);
    if (both) {
      register.rows[at] = both;
      register.repeated.push({ row, first });
    } else
      faults.push({
        row,
        vi: `cùng hộ với dòng ${first} nhưng khác platform_slug hoặc phone`,
        en: `the household of row ${first}, with another platform_slug or phone`,
      });
  }
  const planned = [...registers.values()].map(({ commune, asOf, source, rows, fileRows, repeated }): PlannedRegister => ({
    commune,
    asOf,
    source,
    rows,
    fileRows,
    repeated,
  }));
  return { registers: planned, faults };
}

/** By which a household is known again in a list, which often has a line for each product: name, person and place, however typed; its address here. */
function marksOf({ name, representative, address, slug }: RegisterRow): string[] {
  const told = JSON.stringify([name, representative, address].map((text) => spellingKey(text ?? '')));
  return slug ? [told, slug] : [told];
}

/** One row of two that tell of the same household, with the products of both; null where they contradict each other. */
function together(first: RegisterRow, again: RegisterRow): RegisterRow | null {
  if ((['slug', 'phone'] as const).some((key) => first[key] && again[key] && first[key] !== again[key])) return null;
  const products = new Set([first, again].flatMap((row) => row.products?.split(/;\s*/) ?? []));
  return { ...first, slug: first.slug ?? again.slug, phone: first.phone ?? again.phone, products: [...products].join('; ') || null };
}
