import type { Result } from '../failure/standard-error.js';

/** Ways in which a text can fail to be a postcode or digital address. */
export type PostcodeCode = 'postcode.empty' | 'postcode.shape' | 'postcode.six-digits' | 'digital-address.empty' | 'digital-address.shape';

/**
 * Reads a postcode: five digits as a string, leading zeros kept. Four digits are refused and never filled up, for the lost zero
 * is a guess; six digits are the postcodes used until 2018 (`postcode.six-digits`).
 */
export function parsePostcode(text: string): Result<{ readonly postcode: string }, PostcodeCode> {
  if (typeof text !== 'string') return { ok: false, code: 'postcode.shape' };
  const typed = text.replace(/[\s\-\u2010-\u2015\u200B\uFEFF]/gu, '');
  if (typed === '') return { ok: false, code: 'postcode.empty' };
  if (/^[0-9]{6}$/.test(typed)) return { ok: false, code: 'postcode.six-digits' };
  return /^[0-9]{5}$/.test(typed) ? { ok: true, postcode: typed } : { ok: false, code: 'postcode.shape' };
}

/**
 * Reads a digital address (Vpostcode): 12 letters and digits, the first five of them the postcode. The rest names a cell of about
 * 3 m and is opaque: only the shape is checked. Capital and small letters are kept as typed.
 */
export function parseDigitalAddress(text: string): Result<{ readonly digitalAddress: string; readonly postcode: string }, PostcodeCode> {
  if (typeof text !== 'string') return { ok: false, code: 'digital-address.shape' };
  const typed = text.replace(/[\s\-.\u2010-\u2015\u200B\uFEFF]/gu, '');
  if (typed === '') return { ok: false, code: 'digital-address.empty' };
  if (!/^[0-9]{5}[0-9A-Za-z]{7}$/.test(typed)) return { ok: false, code: 'digital-address.shape' };
  return { ok: true, digitalAddress: typed, postcode: typed.slice(0, 5) };
}
