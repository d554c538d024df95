import type { Result } from '../failure/standard-error.js';

/** Ways in which a text can fail to be a Vietnamese phone number. */
export type PhoneCode = 'phone.empty' | 'phone.characters' | 'phone.length' | 'phone.not-mobile' | 'phone.not-vietnamese';

/** A phone number, understood. */
export interface Phone {
  /** The form to store: `+84912345678`. */
  readonly e164: string;
  /** As dialled inside the country: `0912345678`. */
  readonly national: string;
  readonly kind: 'mobile' | 'landline';
}

/**
 * Reads a mobile number as people type it: `0912 345 678`, `+84 912 345 678`, `0084912345678`, `84.912.345.678`, and `912345678`
 * (spreadsheets drop the leading zero). Mobile numbers are `0[35789]` and eight digits; others fail with `phone.not-mobile`.
 */
export function parsePhone(text: string): Result<Phone, PhoneCode> {
  const phone = parseContactPhone(text);
  return phone.ok && phone.kind !== 'mobile' ? { ok: false, code: 'phone.not-mobile' } : phone;
}

/** As {@link parsePhone}, and landlines too (`02` and nine digits), for the numbers of offices and producers. */
export function parseContactPhone(text: string): Result<Phone, PhoneCode> {
  if (typeof text !== 'string') return { ok: false, code: 'phone.characters' };
  // NFKC turns full-width digits, which some phone keyboards type, into plain ones.
  const typed = text.normalize('NFKC').replace(/[\s.\-\u2010-\u2015()/\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu, '');
  if (typed === '') return { ok: false, code: 'phone.empty' };
  if (!/^\+?[0-9]+$/.test(typed)) return { ok: false, code: 'phone.characters' };
  const digits = nationalDigits(typed);
  if (digits === undefined) return { ok: false, code: 'phone.not-vietnamese' };
  if (/^[35789]/.test(digits)) return digits.length === 9 ? phone(digits, 'mobile') : { ok: false, code: 'phone.length' };
  if (digits.startsWith('2')) return digits.length === 10 ? phone(digits, 'landline') : { ok: false, code: 'phone.length' };
  return { ok: false, code: digits.length < 9 ? 'phone.length' : 'phone.not-mobile' };
}

/** A number as people read it: `0912 345 678`, `024 3822 0000`. A text that is no number comes back as it is. */
export function formatPhone(text: string): string {
  const read = parseContactPhone(text);
  if (!read.ok) return text;
  // Hà Nội (024) and TP.HCM (028) have area codes of two digits and numbers of eight, the other places three and seven.
  const [head, middle] = /^02[48]/.test(read.national) ? [3, 7] : [4, 7];
  return [read.national.slice(0, head), read.national.slice(head, middle), read.national.slice(middle)].join(' ');
}

/** A number of which only the head and the last three digits show: `091• ••• 678`. A text that is no number shows nothing of itself. */
export function maskPhone(text: string): string {
  const read = parseContactPhone(text);
  if (!read.ok) return '•••• ••• •••';
  const { national } = read;
  return `${national.slice(0, 3)}• ••• ${'•'.repeat(national.length - 10)}${national.slice(-3)}`;
}

/** The digits after the trunk zero; undefined when another country's code stands in front. */
function nationalDigits(typed: string): string | undefined {
  if (typed.startsWith('+')) return typed.startsWith('+84') ? typed.slice(3).replace(/^0/, '') : undefined;
  if (typed.startsWith('00')) return typed.startsWith('0084') ? typed.slice(4).replace(/^0/, '') : undefined;
  if (typed.startsWith('0')) return typed.slice(1);
  // 84 is both the country code and the head of a mobile number whose zero was lost: the length tells them apart.
  if (typed.startsWith('84') && typed.length > 9) return typed.slice(2).replace(/^0/, '');
  return typed;
}

function phone(digits: string, kind: Phone['kind']): Result<Phone, PhoneCode> {
  return { ok: true, e164: `+84${digits}`, national: `0${digits}`, kind };
}
