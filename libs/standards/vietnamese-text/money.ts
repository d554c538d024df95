import { StandardError, type Result } from '../failure/standard-error.js';

/** Ways in which a text or number can fail to be an amount of đồng. */
export type MoneyCode = 'money.empty' | 'money.not-integer' | 'money.format' | 'money.quantity';

const vnd = /* @__PURE__ */ new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });
const quantityFormat = /* @__PURE__ */ new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 });

/**
 * An amount as people read it: `1.234.567 ₫` (the space before ₫ does not break).
 *
 * @param amountVnd whole đồng
 * @throws StandardError `money.not-integer`
 */
export function formatVnd(amountVnd: bigint | number): string {
  if (typeof amountVnd === 'number' && !Number.isSafeInteger(amountVnd)) throw new StandardError('money.not-integer', String(amountVnd));
  return vnd.format(amountVnd);
}

/**
 * A price with what it buys: `120.000 ₫ / 500 g`; one piece reads `120.000 ₫ / hộp`.
 *
 * @param quantity net content, more than 0
 * @param unit as shown: `g`, `kg`, `ml`, `l`, `hộp` …
 * @throws StandardError `money.not-integer`, `money.quantity`
 */
export function formatUnitPrice(priceVnd: bigint | number, quantity: number, unit: string): string {
  if (!Number.isFinite(quantity) || quantity <= 0) throw new StandardError('money.quantity', String(quantity));
  const content = quantity === 1 ? unit : `${quantityFormat.format(quantity)}\u00A0${unit}`;
  return `${formatVnd(priceVnd)} / ${content}`;
}

/**
 * Reads an amount as people write it: `1.234.567 ₫`, `1,234,567đ`, `120000`, `120 000 VNĐ`.
 * Fractions and amounts with unlike separators fail, they are never rounded.
 */
export function parseVnd(text: string): Result<{ readonly amountVnd: bigint }, 'money.empty' | 'money.format'> {
  if (typeof text !== 'string') return { ok: false, code: 'money.format' };
  const bare = text
    .normalize('NFC')
    .trim()
    .replace(/\s*(?:₫|đồng|vn[dđ]|[đd])\.?$/iu, '');
  if (bare === '') return { ok: false, code: 'money.empty' };
  const plain = /^[0-9]+$/.test(bare) || /^[0-9]{1,3}(?:([.,\s])[0-9]{3})(?:\1[0-9]{3})*$/u.test(bare);
  return plain && bare.length <= 24 ? { ok: true, amountVnd: BigInt(bare.replace(/[^0-9]/g, '')) } : { ok: false, code: 'money.format' };
}

/** What people say for a thousand and a million đồng when they type a price. */
const THOUSAND = /^(.+?)\s*(?:k|ng|nghìn|ngàn|nghin|ngan)$/iu;
const MILLION = /^(.+?)\s*(?:triệu|trieu|tr|củ|cu)\s*(\d{0,3})$/iu;

/**
 * Reads a price as people type it on a phone: all that {@link parseVnd} reads, and `45k`, `45 nghìn`, `1,5 triệu`, `1tr2`. What does not come
 * out as whole đồng fails. The amount is to be shown to whoever typed it: nothing is guessed from its size.
 */
export function parseTypedVnd(text: string): Result<{ readonly amountVnd: bigint }, 'money.empty' | 'money.format'> {
  if (typeof text !== 'string') return { ok: false, code: 'money.format' };
  const bare = text
    .normalize('NFC')
    .trim()
    .replace(/(?<=\p{L})\s*(?:đồng|₫|đ|vnđ)$/iu, '');
  const thousands = THOUSAND.exec(bare);
  if (thousands) return scaled(thousands[1]!, '', 3);
  const millions = MILLION.exec(bare);
  return millions ? scaled(millions[1]!, millions[2]!, 6) : parseVnd(text);
}

/** `2,5` of 10 to the power of `zeros`; `rest` are the digits after the word (`1tr2` is 1.2 million). Exact, or a failure. */
function scaled(number: string, rest: string, zeros: number): Result<{ readonly amountVnd: bigint }, 'money.format'> {
  const read = /^(\d{1,9})(?:[.,](\d{1,6}))?$/.exec(number.trim());
  const fraction = (read?.[2] ?? '') || rest;
  // Three digits after the point may be thousands or a fraction: `1.000k`.
  if (!read || (read[2] && rest) || read[2]?.length === 3 || fraction.length > zeros) return { ok: false, code: 'money.format' };
  return { ok: true, amountVnd: BigInt(read[1]! + fraction.padEnd(zeros, '0')) };
}
