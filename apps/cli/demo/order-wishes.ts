import type { SeededPack } from './seed-goods.js';

/** Households whose parcels the invented post of the north carries. */
const NORTHERN = ['thai-nguyen', 'moc-chau', 'dong-van', 'bat-trang'];

/** Some orders are presents, and some wait at the counter of the post that carries them. */
export function wishesOf(
  index: number,
  { householdKey }: SeededPack,
  province: string,
): { gift?: boolean; note?: string; officeCode?: string } {
  if (index % 9 === 4) return { gift: true, note: 'Quà mừng tân gia' };
  const onePart = index % 4 !== 0;
  return onePart && index % 3 === 1 && NORTHERN.includes(householdKey) ? { officeCode: `SH-${province}-01` } : {};
}
