import { findProductSet, fold, hasDiacritics, normalizeLines, normalizeText, OCOP_SETS, parseVnd, spellingKey } from '@choxa/standards';
import { isNetContent, NET_CONTENT_UNIT_CODES, NET_CONTENT_UNITS, type NetContentUnit } from '../packs/net-content.rules.js';
import type { SheetCells, SheetColumnCode } from './sheet-columns.js';
import type { SheetFaultCode } from './sheet-faults.js';

/** A good row: one pack and the product it belongs to. */
export interface SheetPack {
  name: string;
  setCode: string;
  netContentValue: number;
  netContentUnit: NetContentUnit;
  priceVnd: number;
  /** Null: not said, what is there stays. */
  stock: number | null;
  weightGrams: number | null;
  brandName: string | null;
  standards: string | null;
  shelfLifeDays: number | null;
  description: string;
}

export interface SheetFault {
  column: SheetColumnCode;
  code: SheetFaultCode;
}

export type SheetRowReading = { pack: SheetPack; faults: [] } | { pack: null; faults: SheetFault[] };

const MOST_CONTENT = 1_000_000;
const MOST_STOCK = 1_000_000;
const MOST_GRAMS = 1_000_000;
const MOST_DAYS = 36_500;
const MOST_PRICE_VND = 10_000_000_000;
// As long as the desk's own forms allow.
const LONGEST: Partial<Record<SheetColumnCode, number>> = { product_name: 150, brand_name: 100, standards: 200, description: 4000 };
const LONGEST_OTHER = 100;

/** Reads one row; every bad cell is named, not only the first. */
export function readSheetRow(cells: SheetCells): SheetRowReading {
  const faults: SheetFault[] = [];
  const fault = (column: SheetColumnCode, code: SheetFaultCode): null => {
    faults.push({ column, code });
    return null;
  };
  /** The normal form of a cell; null when it is empty or was refused. */
  const text = (column: SheetColumnCode, required = false): string | null => {
    const normal = (column === 'description' ? normalizeLines : normalizeText)(cells[column] ?? '');
    if (!normal) return required ? fault(column, 'cell.missing') : null;
    if (normal.includes('\uFFFD')) return fault(column, 'cell.damaged');
    if (normal.length > (LONGEST[column] ?? LONGEST_OTHER)) return fault(column, 'cell.too-long');
    return normal;
  };
  const whole = (column: SheetColumnCode, least: number, most: number, code: SheetFaultCode): number | null => {
    const cell = text(column);
    if (cell === null) return null;
    const number = readWhole(cell);
    return number !== null && number >= least && number <= most ? number : fault(column, code);
  };

  const name = text('product_name', true);
  if (name !== null && !/\p{L}\P{L}*\p{L}/u.test(name)) fault('product_name', 'name.short');
  const set = text('product_set', true);
  const setCode = set === null ? null : (setCodeOf(set) ?? fault('product_set', 'set.unknown'));
  const content = text('net_content', true);
  const netContentValue = content === null ? null : (readContent(content) ?? fault('net_content', 'content.number'));
  const unit = text('unit', true);
  const netContentUnit = unit === null ? null : (unitOf(unit) ?? fault('unit', 'unit.unknown'));
  const price = text('price_vnd', true);
  const priceVnd = price === null ? null : (readPrice(price) ?? fault('price_vnd', 'price.number'));
  const stock = whole('stock', 0, MOST_STOCK, 'stock.number');
  const weightGrams = whole('weight_grams', 1, MOST_GRAMS, 'weight.number');
  const shelfLifeDays = whole('shelf_life_days', 1, MOST_DAYS, 'days.number');
  const [brandName, standards, description] = [text('brand_name'), text('standards'), text('description')];
  if (faults.length) return { pack: null, faults };
  return {
    pack: {
      name: name!,
      setCode: setCode!,
      netContentValue: netContentValue!,
      netContentUnit: netContentUnit!,
      priceVnd: priceVnd!,
      stock,
      weightGrams,
      brandName,
      standards,
      shelfLifeDays,
      description: description ?? '',
    },
    faults: [],
  };
}

/** Finds what no row shows alone: the same pack twice, one product in two sets. Answers the faults of `pack`; call it row after row. */
export class SheetRepeats {
  private readonly setOf = new Map<string, string>();
  private readonly packs = new Set<string>();

  faultsOf(pack: SheetPack): SheetFault[] {
    const product = spellingKey(pack.name);
    const key = `${product}\0${pack.netContentValue}\0${pack.netContentUnit}`;
    if (this.packs.has(key)) return [{ column: 'net_content', code: 'row.twice' }];
    const set = this.setOf.get(product);
    if (set !== undefined && set !== pack.setCode) return [{ column: 'product_set', code: 'set.differs' }];
    this.packs.add(key);
    this.setOf.set(product, pack.setCode);
    return [];
  }
}

const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const SET_BY_NAME = new Map(OCOP_SETS.flatMap(({ code, vi, en }) => [vi, en].map((name) => [keyOf(name), code] as const)));

/** `13`, `13. Cà phê, ca cao`, `Nhóm 13`, or the name; a number with the name of another set is refused. */
function setCodeOf(text: string): string | null {
  const numbered = /^(?:nhóm|nhom|set)?\s*0?(\d{1,2})(?:[.,]0+)?(?:\s*[.:–-]\s*(\D.*))?$/iu.exec(text);
  if (!numbered) return SET_BY_NAME.get(keyOf(text)) ?? null;
  const [, number, name] = numbered;
  const code = findProductSet(String(Number(number)))?.code ?? null;
  return name === undefined || (SET_BY_NAME.get(keyOf(name)) ?? code) === code ? code : null;
}

/** Other words for units, as they are written. */
const UNIT_WORDS: Readonly<Record<string, NetContentUnit>> = {
  gam: 'g',
  gram: 'g',
  gr: 'g',
  kilogam: 'kg',
  kilogram: 'kg',
  kí: 'kg',
  ký: 'kg',
  lít: 'l',
  mililít: 'ml',
  mét: 'm',
  chiếc: 'piece',
  trái: 'fruit',
  bao: 'bag',
  lọ: 'jar',
  người: 'person',
};
const UNIT_NAMES: [string, NetContentUnit][] = [
  ...NET_CONTENT_UNIT_CODES.flatMap((code): [string, NetContentUnit][] => [
    [code, code],
    [NET_CONTENT_UNITS[code], code],
  ]),
  ...Object.entries(UNIT_WORDS),
];
const UNIT_BY_SPELLING = new Map(UNIT_NAMES.map(([name, code]) => [spellingKey(name), code]));

/** With its marks, or without them where that leaves no doubt: `bo` may be a bunch (bó) or a set (bộ). */
function unitOf(text: string): NetContentUnit | null {
  const exact = UNIT_BY_SPELLING.get(spellingKey(text));
  if (exact) return exact;
  const alike = new Set(UNIT_NAMES.filter(([name]) => fold(name) === fold(text)).map(([, code]) => code));
  return alike.size === 1 && !hasDiacritics(text) ? [...alike][0]! : null;
}

/** `500`, `0,5`, `0.5`, `1.500` is refused: it may be one and a half or fifteen hundred. */
function readContent(text: string): number | null {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text) && !/^0[.,]/.test(text)) return null;
  if (!/^\d{1,7}(?:[.,]\d{1,6})?$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return isNetContent(value) && value <= MOST_CONTENT ? value : null;
}

function readPrice(text: string): number | null {
  const read = parseVnd(text);
  return read.ok && read.amountVnd > 0n && read.amountVnd <= BigInt(MOST_PRICE_VND) ? Number(read.amountVnd) : null;
}

/** `12`, `1.200`, `12,0`. */
function readWhole(text: string): number | null {
  const bare = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/u.test(text) ? text.replace(/\D/g, '') : text.replace(/[.,]0+$/, '');
  return /^\d{1,9}$/.test(bare) ? Number(bare) : null;
}
