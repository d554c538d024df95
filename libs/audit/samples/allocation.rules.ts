/** What each stratum gets where the size allows it: two, so that it says something of itself and of how its units differ. */
const WANTED_IN_EACH = 2;

/**
 * How many units of each stratum are drawn: in proportion to its size, by the largest remainder, and at least two of each where the size
 * allows it, else one. Never more than there are. Ties go to the smaller key, so the same strata are always served alike.
 *
 * @param units how many units each stratum has, by its key; none is empty
 * @param size how many are wanted in all; at least as many as there are strata
 */
export function allocate(units: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const total = sum(units.values());
  const wanted = Math.min(size, total);
  const floorWith = (each: number) => new Map([...units].map(([key, count]) => [key, Math.min(each, count)]));
  const two = floorWith(WANTED_IN_EACH);
  const floor = sum(two.values()) <= wanted ? two : floorWith(1);
  // A stratum whose fair part is below its floor gets the floor; the others share what is left, which may push further ones below theirs.
  const fixed = new Map<string, number>();
  for (;;) {
    const open = [...units].filter(([key]) => !fixed.has(key));
    const shared = largestRemainder(open, wanted - sum(fixed.values()));
    const short = open.filter(([key]) => shared.get(key)! < floor.get(key)!);
    if (!short.length) return new Map([...units.keys()].map((key) => [key, fixed.get(key) ?? shared.get(key)!]));
    for (const [key] of short) fixed.set(key, floor.get(key)!);
  }
}

/** `seats` among `parties` in proportion to their sizes (Hamilton's method), in whole numbers. */
function largestRemainder(parties: readonly (readonly [string, number])[], seats: number): Map<string, number> {
  const total = sum(parties.map(([, size]) => size));
  const quotas = parties.map(([key, size]) => ({
    key,
    whole: Math.floor((seats * size) / total),
    rest: (seats * size) % total,
  }));
  const left = seats - sum(quotas.map(({ whole }) => whole));
  const served = [...quotas].sort((one, other) => other.rest - one.rest || (one.key < other.key ? -1 : 1)).slice(0, left);
  const extra = new Set(served.map(({ key }) => key));
  return new Map(quotas.map(({ key, whole }) => [key, whole + (extra.has(key) ? 1 : 0)]));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
