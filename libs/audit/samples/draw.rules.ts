import { createHash } from 'node:crypto';
import { allocate } from './allocation.rules.js';
import { HashNumbers } from './hash-numbers.js';

/** The way of drawing below; a sample keeps the one it was drawn by. */
export const DRAW_METHOD = 'mau.1';

/** A traded product of the period and area: what can be drawn. */
export interface FrameUnit {
  productId: string;
  provinceCode: string;
  setCode: string;
  communeCode: string;
  householdId: string;
  /** All its traded lines were compliant by their snapshots: what is put to the test. */
  compliant: boolean;
}

/** By what a frame is cut into strata: the finest of these of which the size can serve each. */
export const STRATA_BY = ['province-set', 'province', 'none'] as const;
export type StrataBy = (typeof STRATA_BY)[number];

const STRATUM_OF: Record<StrataBy, (unit: FrameUnit) => string> = {
  'province-set': ({ provinceCode, setCode }) => `${provinceCode}/${setCode}`,
  province: ({ provinceCode }) => provinceCode,
  none: () => '*',
};

/** A frame cut into strata, in the sequence of their keys; the units of each in that of their ids. */
export interface Strata {
  by: StrataBy;
  strata: { key: string; units: FrameUnit[] }[];
}

/** All that decides which products are drawn of a frame: the same gives the same. */
export interface Draw {
  seed: string;
  /** How many products are wanted. */
  size: number;
  /** So many in a hundred of the drawn are inspected by a second person too. */
  doublePercent: number;
}

/** A product that was drawn. */
export interface DrawnItem {
  productId: string;
  /** Key of its stratum. */
  stratum: string;
  /** Inspected by a second person too. */
  double: boolean;
}

/** The frame as a text that anybody can hash: CSV sorted by id, one line a product, each ended by a line feed. */
export function frameText(frame: readonly FrameUnit[]): string {
  const lines = sorted(frame).map((unit) =>
    [unit.productId, unit.provinceCode, unit.setCode, unit.communeCode, unit.householdId, unit.compliant ? '1' : '0'].join(','),
  );
  return ['product_id,province_code,set_code,commune_code,household_id,compliant', ...lines, ''].join('\n');
}

/** SHA-256 of {@link frameText}, in hexadecimal. */
export function frameHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Cuts a frame into the finest strata of which a sample of `size` can serve each. */
export function cutIntoStrata(frame: readonly FrameUnit[], size: number): Strata {
  const by = STRATA_BY.find((one) => new Set(frame.map(STRATUM_OF[one])).size <= size) ?? 'none';
  const groups = [...Map.groupBy(sorted(frame), STRATUM_OF[by])].sort(([one], [other]) => (one < other ? -1 : 1));
  return { by, strata: groups.map(([key, units]) => ({ key, units })) };
}

/**
 * Draws a stratified random sample. The same seed and the same frame give the same sample, on any machine and in whatever sequence the frame came:
 * its units are sorted by id, each stratum is drawn from a stream of numbers of its own (`HashNumbers`, stream = key of the stratum), and those
 * inspected twice from the stream `double`. Answers the items in the sequence of their strata, then of their ids.
 */
export function drawSample({ strata }: Strata, { seed, size, doublePercent }: Draw): DrawnItem[] {
  const counts = allocate(new Map(strata.map(({ key, units }) => [key, units.length])), size);
  const drawn = strata.flatMap(({ key, units }) =>
    sorted(new HashNumbers(seed, key).some(units, counts.get(key)!)).map(({ productId }) => ({ productId, stratum: key })),
  );
  const double = new Set(new HashNumbers(seed, 'double').some(drawn, Math.ceil((drawn.length * doublePercent) / 100)));
  return drawn.map((item) => ({ ...item, double: double.has(item) }));
}

function sorted<Unit extends { productId: string }>(units: readonly Unit[]): Unit[] {
  return [...units].sort((one, other) => (one.productId < other.productId ? -1 : 1));
}
