/**
 * What a number is for, read from its GS1 prefix (GS1 General Specifications 1.4.2 and 1.4.3):
 * `licensed` by a GS1 organisation to a company · `demonstration` (952, GS1's own examples; used by our demo data) ·
 * `company-internal` (04) and `regional` (02, 20–29, short 0… and 2…) restricted circulation · `coupon` · `refund` · `reserved`.
 */
export type NumberRange = 'licensed' | 'demonstration' | 'company-internal' | 'regional' | 'coupon' | 'refund' | 'reserved';

/** Prefix of GS1 Vietnam. It says who licensed a number, not where the goods come from. */
export const GS1_VIETNAM_PREFIX = '893';

/** Prefix of the numbers the platform allots itself: restricted circulation inside one company, 13 digits. */
export const INTERNAL_PREFIX = '04';

/** The words printed beside every internal number, so that nobody takes it for a GS1 number. */
export const INTERNAL_NUMBER_NOTICE = {
  vi: 'Mã nội bộ sàn – không phải mã GS1',
  en: 'Platform-internal number – not a GS1 number',
} as const;

type PrefixRow = readonly [from: string, to: string, range: NumberRange];

const LONG_PREFIXES: readonly PrefixRow[] = [
  ['020', '029', 'regional'],
  ['040', '049', 'company-internal'],
  ['050', '059', 'coupon'],
  ['200', '299', 'regional'],
  ['951', '951', 'reserved'],
  ['952', '952', 'demonstration'],
  ['980', '980', 'refund'],
  ['981', '984', 'coupon'],
  ['990', '999', 'coupon'],
];

/** 8-digit numbers have prefixes of their own: 0… and 2… are for use inside a shop. */
const SHORT_PREFIXES: readonly PrefixRow[] = [
  ['000', '099', 'regional'],
  ['140', '199', 'reserved'],
  ['200', '299', 'regional'],
  ['977', '999', 'reserved'],
];

/** Whether a 14-digit form stands for an 8-digit number. No longer number begins with six zeros, so this is certain. */
export function isShortNumber(number14: string): boolean {
  return number14.startsWith('000000');
}

/** The three digits that say who may issue a number, from its 14-digit form. */
export function gs1Prefix(number14: string): string {
  return isShortNumber(number14) ? number14.slice(6, 9) : number14.slice(1, 4);
}

/** The range in which a number lies, from its 14-digit form. */
export function numberRange(number14: string): NumberRange {
  const rows = isShortNumber(number14) ? SHORT_PREFIXES : LONG_PREFIXES;
  const prefix = gs1Prefix(number14);
  return rows.find(([from, to]) => from <= prefix && prefix <= to)?.[2] ?? 'licensed';
}

/** Whether GS1 Vietnam licensed the number (prefix 893). */
export function isLicensedByGs1Vietnam(number14: string): boolean {
  return gs1Prefix(number14) === GS1_VIETNAM_PREFIX;
}
