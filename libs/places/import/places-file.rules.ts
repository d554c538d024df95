import { parse } from 'csv-parse/sync';
import type { FieldError } from '@choxa/platform';
import { isIsoDay, normalizeText } from '@choxa/standards';
import { COMMUNE_KINDS, type CommuneKind } from '../communes/commune.entity.js';
import { splitOfficialName } from '../names/kinds.js';
import { placesProblem } from '../places.problems.js';
import { PROVINCE_KINDS, type ProvinceKind } from '../provinces/province.entity.js';

/** A unit as a line of the file says it is from `validFrom` on. */
interface UnitLine {
  line: number;
  code: string;
  name: string;
  validFrom: string;
  basis: string;
}
export interface ProvinceLine extends UnitLine {
  kind: ProvinceKind;
}
export interface CommuneLine extends UnitLine {
  kind: CommuneKind;
  provinceCode: string;
  /** Communes that have its land from `validFrom` on; then this commune ends on that day. */
  replacedBy: string[];
}
export interface FormerLine extends Omit<UnitLine, 'code'> {
  district: string;
  province: string;
  replacedBy: string[];
}
export interface PlacesFile {
  provinces: ProvinceLine[];
  communes: CommuneLine[];
  formers: FormerLine[];
}

const REQUIRED = ['level', 'name'];
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_ERRORS = 20;

/**
 * Reads a list of places: CSV, UTF-8, with a header line; unknown columns are ignored. Checks each line by itself.
 *
 * - `level`: `province`, `commune`, or `former` (an old commune of which more is known, e.g. that it was divided)
 * - `code`: 2 digits (province), 5 digits (commune), as text with zeros; empty for `former`
 * - `name`: full name with its kind: `Tỉnh …`, `Thành phố …`, `Xã …`, `Phường …`, `Đặc khu …`
 * - `province_code`: of a commune
 * - `valid_from`: day, `YYYY-MM-DD`; today if empty. Older than what is known: refused
 * - `basis`: the act; the file's name if empty
 * - `replaced_by`: codes with spaces: the commune ends on that day and its land lies there; for `former`, the communes that have its land
 * - `district`, `province`: of a `former` one, full names of then
 *
 * @param defaults for files without these columns
 * @throws Problem `places.file-unreadable`, `places.file-invalid`
 */
export function readPlacesFile(bytes: Uint8Array, defaults: { validFrom: string; basis: string }): PlacesFile {
  const rows = recordsOf(bytes);
  const missing = REQUIRED.filter((column) => !(column in (rows[0]?.record ?? {})));
  if (missing.length) throw placesProblem('places.file-unreadable', { detail: `Missing columns: ${missing.join(', ')}` });
  const errors: FieldError[] = [];
  const file: PlacesFile = { provinces: [], communes: [], formers: [] };
  for (const { record, line } of rows) {
    const refuse = (column: string, detail: string): void => void errors.push({ pointer: `/lines/${line}`, code: column, detail });
    const value = (column: string): string => normalizeText(record[column] ?? '');
    const unit: UnitLine = {
      line,
      code: value('code'),
      name: value('name'),
      validFrom: value('valid_from') || defaults.validFrom,
      basis: value('basis') || defaults.basis,
    };
    const { kind, bare } = splitOfficialName(unit.name);
    const replacedBy = value('replaced_by').split(' ').filter(Boolean);
    if (!isIsoDay(unit.validFrom)) refuse('valid_from', `${unit.validFrom} is no day`);
    if (!replacedBy.every((code) => /^\d{5}$/.test(code))) refuse('replaced_by', 'Codes have five digits');
    const level = value('level');
    if (level === 'province') {
      if (!/^\d{2}$/.test(unit.code)) refuse('code', 'The code of a province has two digits');
      if (!bare || !isOneOf(PROVINCE_KINDS, kind)) refuse('name', `${unit.name} does not begin with Tỉnh or Thành phố`);
      else file.provinces.push({ ...unit, kind });
    } else if (level === 'commune') {
      if (!/^\d{5}$/.test(unit.code)) refuse('code', 'The code of a commune has five digits');
      if (!/^\d{2}$/.test(value('province_code'))) refuse('province_code', 'The code of a province has two digits');
      if (!bare || !isOneOf(COMMUNE_KINDS, kind)) refuse('name', `${unit.name} does not begin with Xã, Phường or Đặc khu`);
      else file.communes.push({ ...unit, kind, provinceCode: value('province_code'), replacedBy });
    } else if (level === 'former') {
      if (!unit.name || !value('province')) refuse('name', 'A former commune needs its name and its province');
      else if (!replacedBy.length) refuse('replaced_by', 'A former commune needs the codes of the communes that have its land');
      else file.formers.push({ ...unit, district: value('district'), province: value('province'), replacedBy });
    } else refuse('level', `${level} is none of province, commune, former`);
  }
  refuseTwice(file, errors);
  throwErrors(errors);
  return file;
}

/** Throws `places.file-invalid` with the first of the errors, if there are any. */
export function throwErrors(errors: readonly FieldError[]): void {
  if (errors.length)
    throw placesProblem('places.file-invalid', { errors: errors.slice(0, MOST_ERRORS), detail: `${errors.length} wrong lines` });
}

function recordsOf(bytes: Uint8Array): { record: Record<string, string>; line: number }[] {
  if (bytes.length > MOST_BYTES) throw placesProblem('places.file-unreadable', { detail: 'The file is larger than 20 MB' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw placesProblem('places.file-unreadable', { detail: 'The file is not UTF-8' });
  }
  try {
    const rows = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      info: true,
      bom: true,
      skipEmptyLines: true,
    });
    return (rows as unknown as { record: Record<string, string>; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }));
  } catch (error) {
    throw placesProblem('places.file-unreadable', { detail: (error as Error).message });
  }
}

function refuseTwice(file: PlacesFile, errors: FieldError[]): void {
  for (const units of [file.provinces, file.communes]) {
    const seen = new Set<string>();
    for (const { code, line } of units) {
      if (seen.has(code)) errors.push({ pointer: `/lines/${line}`, code: 'code', detail: `${code} comes twice` });
      seen.add(code);
    }
  }
}

function isOneOf<T extends string>(values: readonly T[], value: string | null): value is T {
  return values.includes(value as T);
}
