/**
 * Integer đồng as a buyer reads them: groups of three with dots, then a no-break space and ₫ (`1.234.567 ₫`).
 * Written by hand because server and browser may ship different locale data, and the two must agree to the letter.
 */
export function formatVnd(vnd: number): string {
  const digits = Math.abs(Math.round(vnd)).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return `${vnd < 0 ? '-' : ''}${digits}\u00A0₫`;
}
