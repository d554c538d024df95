import type { Places } from '@choxa/places';
import type { Cut } from '../scope/scope.js';

/** What a row by `by` is called today; by its code where nothing is called so. */
export function nameOfCut(by: Cut, code: string, places: Places): string {
  if (by === 'province') return places.province(code)?.name ?? code;
  if (by === 'commune') return places.commune(code)?.name ?? code;
  return code;
}
