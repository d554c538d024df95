/** Units of one lot in one place that may be taken. */
export interface Shelf {
  goodsId: string;
  code14: string;
  place: string;
  expiresOn: string | null;
  receivedAt: Date;
  /** Units nobody has reserved. */
  free: number;
}

export interface WantedGoods {
  code14: string;
  units: number;
}

export interface AllottedGoods {
  lines: { goodsId: string; units: number }[];
  /** What cannot be had; empty when the whole parcel can be packed. */
  short: WantedGoods[];
}

/**
 * From which shelves a parcel is packed: what expires first is taken first, then what came first; goods past their last day never.
 *
 * @param today local day, `YYYY-MM-DD`
 */
export function allotGoods(wanted: readonly WantedGoods[], shelves: readonly Shelf[], today: string): AllottedGoods {
  const allotted: AllottedGoods = { lines: [], short: [] };
  for (const { code14, units } of summed(wanted)) {
    let left = units;
    for (const shelf of shelves.filter((one) => one.code14 === code14 && isGood(one, today)).toSorted(firstExpired)) {
      const taken = Math.min(left, shelf.free);
      if (taken > 0) allotted.lines.push({ goodsId: shelf.goodsId, units: taken });
      left -= taken;
    }
    if (left > 0) allotted.short.push({ code14, units: left });
  }
  return allotted;
}

/** One line per code. */
export function summed(wanted: readonly WantedGoods[]): WantedGoods[] {
  const units = new Map<string, number>();
  for (const line of wanted) units.set(line.code14, (units.get(line.code14) ?? 0) + line.units);
  return [...units].map(([code14, sum]) => ({ code14, units: sum }));
}

/** What differs between what was to be put in and what was scanned, by code; empty when nothing does. */
export function differences(
  wanted: readonly WantedGoods[],
  scanned: readonly string[],
): { code14: string; wanted: number; scanned: number }[] {
  const asked = new Map(summed(wanted).map(({ code14, units }) => [code14, units]));
  const found = new Map(summed(scanned.map((code14) => ({ code14, units: 1 }))).map(({ code14, units }) => [code14, units]));
  return [...new Set([...asked.keys(), ...found.keys()])]
    .map((code14) => ({ code14, wanted: asked.get(code14) ?? 0, scanned: found.get(code14) ?? 0 }))
    .filter((line) => line.wanted !== line.scanned);
}

function isGood({ expiresOn }: Shelf, today: string): boolean {
  return expiresOn === null || expiresOn >= today;
}

const NEVER = '9999-12-31';

function firstExpired(a: Shelf, b: Shelf): number {
  return (
    (a.expiresOn ?? NEVER).localeCompare(b.expiresOn ?? NEVER) ||
    a.receivedAt.getTime() - b.receivedAt.getTime() ||
    a.place.localeCompare(b.place) ||
    a.goodsId.localeCompare(b.goodsId)
  );
}
