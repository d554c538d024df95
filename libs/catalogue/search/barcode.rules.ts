const LENGTHS = [8, 12, 13, 14];

/**
 * The ways in which a barcode that was typed or scanned into the search may be printed: scanners give an EAN-13 that begins with 0 as 12 digits,
 * and lists fill up to 14. Null where what was typed is no barcode.
 */
export function barcodeForms(typed: string): string[] | null {
  const digits = typed.replace(/[\s-]/g, '');
  if (!/^\d+$/.test(digits) || !LENGTHS.includes(digits.length)) return null;
  const full = digits.padStart(14, '0');
  return LENGTHS.map((length) => full.slice(14 - length)).filter((form) => form.padStart(14, '0') === full);
}
