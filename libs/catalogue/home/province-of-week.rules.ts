import { daysBetween } from '@choxa/standards';

/** A Monday. Weeks are counted from it. */
const FIRST_MONDAY = '1970-01-05';

/** Products a province must have on sale to be the province of a week. */
const ENOUGH_PRODUCTS = 3;

/** A province with how many products it has on sale. */
interface ProvinceOnSale {
  code: string;
  products: number;
}

/**
 * The province of the week of a local day (`YYYY-MM-DD`, weeks begin on Monday). All provinces take turns in the order of their codes; one that
 * has too little on sale leaves its week to the next that has enough. Nobody chooses, and no other province's goods change whose turn it is.
 * Null where none has enough. The same words stand on the home page.
 *
 * @param codes of all provinces
 */
export function provinceOfWeek(codes: readonly string[], onSale: readonly ProvinceOnSale[], today: string): string | null {
  const enough = new Set(onSale.filter(({ products }) => products >= ENOUGH_PRODUCTS).map(({ code }) => code));
  const turns = codes.toSorted();
  const turn = Math.floor(daysBetween(FIRST_MONDAY, today) / 7) % turns.length;
  return [...turns.slice(turn), ...turns.slice(0, turn)].find((code) => enough.has(code)) ?? null;
}
