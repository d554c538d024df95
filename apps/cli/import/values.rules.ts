import type { NetContentUnit } from '@choxa/catalogue';
import { certificateLastDay, fold, normalizeText, parseVnd } from '@choxa/standards';
import { note, type Note } from './notes.js';

/** What a cell says, and what it leaves open. */
export interface Reading<T> {
  value: T | null;
  gap: Note | null;
}

const NOTHING = new Set(['', 'n/a', 'na', 'null', 'none', 'unknown', 'khong', 'khong ro', 'khong co', 'chua ro', 'chua co', 'chua biet']);

/** A cell put in order; empty when it only says that nothing is known ("-", "n/a", "chưa rõ"). */
export function cellText(cell: string): string {
  const text = normalizeText(cell);
  const bare = fold(text).replace(/^[\s.…\-–—_?*]+|[\s.…\-–—_?*]+$/gu, '');
  return NOTHING.has(bare) ? '' : text;
}

/** Stars of a recognition: "4", "4 sao", "4.0", "★★★★". One and two stars get no certificate (Decision 26/2026/QĐ-TTg). */
export function readStars(cell: string): Reading<3 | 4 | 5> {
  // A row of stars would be taken for an empty cell.
  const signs = /^\s*(?:[★⭐*]\ufe0f?\s*)+$/u.test(cell) ? cell.match(/[★⭐*]/gu)!.length : null;
  const text = signs ? String(signs) : cellText(cell);
  if (!text) return { value: null, gap: note('stars.missing') };
  const stars = Number(/^([0-9]+)(?:[.,]0+)?\s*(?:sao|stars?|[★⭐*]\ufe0f?)?$/iu.exec(text)?.[1]);
  return stars === 3 || stars === 4 || stars === 5 ? { value: stars, gap: null } : { value: null, gap: note('stars.unreadable', text) };
}

/** Quảng Ninh recognised the first products of the kind in 2013. */
const FIRST_YEAR = 2013;

/** The year of a recognition, wherever it stands in the cell: "2022", "năm 2022", "15/12/2022". `today`: `YYYY-MM-DD` in Vietnam. */
export function readYear(cell: string, today: string): Reading<number> {
  const text = cellText(cell);
  if (!text) return { value: null, gap: note('year.missing') };
  const years = new Set(text.match(/(?<!\d)\d{4}(?!\d)/g));
  const year = Number([...years][0]);
  if (years.size !== 1 || year < FIRST_YEAR) return { value: null, gap: note('year.unreadable', text) };
  if (year > Number(today.slice(0, 4))) return { value: null, gap: note('year.future', String(year)) };
  // Of a year only: the latest day it could run to.
  return { value: year, gap: certificateLastDay(`${year}-12-31`) < today ? note('recognition.expired') : null };
}

const MOST_VND = 10_000_000_000n;

/** A price in whole đồng. "liên hệ", a range, a price per kilogram are none: it is never guessed. */
export function readPrice(cell: string): Reading<number> {
  const text = cellText(cell);
  if (!text) return { value: null, gap: note('price.missing') };
  const price = parseVnd(text);
  const good = price.ok && price.amountVnd > 0n && price.amountVnd <= MOST_VND;
  return good ? { value: Number(price.amountVnd), gap: null } : { value: null, gap: note('price.unreadable', text) };
}

const UNITS: Readonly<Record<string, NetContentUnit>> = {
  g: 'g',
  gr: 'g',
  gam: 'g',
  gram: 'g',
  kg: 'kg',
  ml: 'ml',
  l: 'l',
  lit: 'l',
};
const CONTENT = /(?<![\p{L}\p{N}.,/])([0-9]+(?:[.,][0-9]+)?)\s*(kg|gram|gam|gr|g|ml|lít|lit|l)(?![\p{L}\p{N}])/giu;
const MOST_CONTENT = 1_000_000;

/** The net content a name tells ("mật ong 500 ml"), where it tells exactly one. Degrees ("20°N") and counts are none. */
export function netContentIn(name: string): { value: number; unit: NetContentUnit } | null {
  const [found, ...others] = name.matchAll(CONTENT);
  if (!found || others.length || /\d\s*\p{L}*\s*[x×*]\s*\d/iu.test(name)) return null;
  const [, digits = '', unit = ''] = found;
  const grouped = /^[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(digits);
  // "1.000 kg" may be one kilogram or a thousand.
  if (grouped && !/^g|^ml/iu.test(unit)) return null;
  const value = Number(grouped ? digits.replace(/[.,]/, '') : digits.replace(',', '.'));
  const exact = value > 0 && value <= MOST_CONTENT && Number.isInteger(Math.round(value * 1e6) / 1e3);
  return exact ? { value, unit: UNITS[fold(unit)]! } : null;
}
