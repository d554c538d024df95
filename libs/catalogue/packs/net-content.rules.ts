/** Units a net content may be given in, with the word a buyer reads. Weight and volume are measured, the others counted. */
export const NET_CONTENT_UNITS = {
  g: 'g',
  kg: 'kg',
  ml: 'ml',
  l: 'l',
  m: 'm',
  piece: 'cái',
  fruit: 'quả',
  bunch: 'bó',
  branch: 'cành',
  plant: 'cây',
  pot: 'chậu',
  packet: 'gói',
  bag: 'túi',
  box: 'hộp',
  jar: 'hũ',
  bottle: 'chai',
  can: 'lon',
  set: 'bộ',
  pair: 'đôi',
  person: 'khách',
} as const;
export type NetContentUnit = keyof typeof NET_CONTENT_UNITS;
export const NET_CONTENT_UNIT_CODES = Object.keys(NET_CONTENT_UNITS) as NetContentUnit[];

const MEASURED: Partial<Record<NetContentUnit, number>> = { g: 1000, kg: 1, ml: 1000, l: 1 };
const GRAMS: Partial<Record<NetContentUnit, number>> = { g: 1, kg: 1000, ml: 1, l: 1000 };
const COUNTED_GRAMS = 500;
const WRAPPED_PERCENT = 110;

const numberFormat = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 });

/** `500 g`, `1,5 kg`, `1 hộp`, as buyers read it. */
export function formatNetContent(value: number, unit: NetContentUnit): string {
  return `${numberFormat.format(value)} ${NET_CONTENT_UNITS[unit]}`;
}

/**
 * Price of one kilogram, litre or piece, in whole đồng rounded half up: what makes packs of different sizes comparable. Null where it is more than
 * can be counted exactly (a thousandth of a gram at a high price).
 */
export function unitPriceVnd(priceVnd: number, value: number, unit: NetContentUnit): number | null {
  const price = Math.round((priceVnd * (MEASURED[unit] ?? 1)) / value);
  return Number.isSafeInteger(price) ? price : null;
}

/**
 * Grams to count with where a household did not weigh its pack: the content (a millilitre as a gram) with a tenth for wrapping, 500 g for
 * counted things. Only the postage quote uses it; the post weighs at acceptance.
 */
export function estimatedWeightGrams(value: number | null, unit: NetContentUnit | null): number {
  const perUnit = unit && GRAMS[unit];
  return perUnit && value ? Math.max(1, Math.ceil((value * perUnit * WRAPPED_PERCENT) / 100)) : COUNTED_GRAMS;
}

/** Whether a net content can be kept exactly: thousandths of a unit at most. */
export function isNetContent(value: number): boolean {
  return value > 0 && Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6;
}
