import { StandardError, type Result } from '../failure/standard-error.js';

/** Ways in which a text can fail to be an S10 number. */
export type S10Code = 's10.empty' | 's10.shape' | 's10.check-digit' | 's10.serial';

/** A UPU S10 item number `AA NNNNNNNN C CC`, understood. */
export interface S10Number {
  /** 13 characters without spaces. */
  readonly number: string;
  /** Service indicator, two letters, e.g. `EE`. */
  readonly indicator: string;
  /** Eight digits. */
  readonly serial: string;
  readonly checkDigit: string;
  /** ISO country of the issuing operator; `XA`–`XZ` are user-assigned, so never a real operator's. */
  readonly country: string;
}

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/**
 * The check digit of an S10 serial: 11 − (weighted sum mod 11), where 10 becomes 0 and 11 becomes 5 (UPU S10-12, 5.3).
 *
 * @param serial eight digits
 * @throws StandardError `s10.serial`
 */
export function s10CheckDigit(serial: string): string {
  if (!/^[0-9]{8}$/.test(serial)) throw new StandardError('s10.serial', serial);
  const digit = 11 - (WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(serial[i]), 0) % 11);
  return digit === 10 ? '0' : digit === 11 ? '5' : String(digit);
}

/**
 * Makes an S10 number.
 *
 * @param serial 0 … 99,999,999, or eight digits
 * @throws StandardError `s10.serial`, or `s10.shape` when indicator or country is not two letters
 */
export function buildS10(parts: { readonly indicator: string; readonly serial: number | string; readonly country: string }): string {
  const { indicator, country } = parts;
  if (!/^[A-Z]{2}$/.test(indicator) || !/^[A-Z]{2}$/.test(country)) throw new StandardError('s10.shape', `${indicator} ${country}`);
  const serial = String(parts.serial).padStart(8, '0');
  return indicator + serial + s10CheckDigit(serial) + country;
}

/** Reads a scanned or typed S10 number; spaces, hyphens and small letters are tolerated. */
export function parseS10(text: string): Result<S10Number, S10Code> {
  if (typeof text !== 'string') return { ok: false, code: 's10.shape' };
  const number = text.replace(/[\s\-\u2010-\u2015\u200B\uFEFF]/gu, '');
  if (number === '') return { ok: false, code: 's10.empty' };
  const match = /^([A-Za-z]{2})([0-9]{8})([0-9])([A-Za-z]{2})$/.exec(number);
  if (match === null) return { ok: false, code: 's10.shape' };
  const [, indicator, serial, checkDigit, country] = match as unknown as [string, string, string, string, string];
  if (s10CheckDigit(serial) !== checkDigit) return { ok: false, code: 's10.check-digit' };
  return { ok: true, number: number.toUpperCase(), indicator: indicator.toUpperCase(), serial, checkDigit, country: country.toUpperCase() };
}

/** An S10 number in the groups in which people read it: `EE 473 124 829 XA`. Anything else comes back as it is. */
export function formatS10(number: string): string {
  return number.replace(/^([A-Z]{2})([0-9]{3})([0-9]{3})([0-9]{3})([A-Z]{2})$/, '$1 $2 $3 $4 $5');
}
