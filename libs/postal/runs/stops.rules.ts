import { metersBetween, type Point } from '../delivery/points.rules.js';

/** A parcel to be brought somewhere. */
export interface Stop {
  number: string;
  /** Where it goes, as exactly as anybody knows; null: only the commune is known. */
  point: Point | null;
  communeCode: string;
}

/** So many first stops are tried; of a longer round the nearest ones. */
const MOST_BEGINNINGS = 12;

/**
 * A good sequence of the stops for somebody who begins at `start` (the office; null when nobody knows where it lies) and need not come back by the
 * same way: nearest neighbour, made better by 2-opt and by moving single stops, from several beginnings. Stops without a point of their own stand
 * with those of their commune; communes without any come last. Pure, and the same for the same set of stops.
 */
export function sequenceStops(start: Point | null, stops: readonly Stop[]): string[] {
  const sorted = [...stops].sort((a, b) => (a.number < b.number ? -1 : 1));
  const centres = centresOf(sorted);
  const placed = sorted.flatMap((stop) => {
    const point = stop.point ?? centres.get(stop.communeCode);
    return point ? [{ number: stop.number, point }] : [];
  });
  const nowhere = sorted.filter((stop) => !stop.point && !centres.has(stop.communeCode));
  nowhere.sort((a, b) => (a.communeCode < b.communeCode ? -1 : a.communeCode > b.communeCode ? 1 : 0));
  const way = shortestWay(
    start,
    placed.map(({ point }) => point),
  );
  return [...way.map((index) => placed[index]!.number), ...nowhere.map(({ number }) => number)];
}

/** Metres of a way from `start` through the points in the sequence `way`. */
export function wayLength(start: Point | null, points: readonly Point[], way: readonly number[]): number {
  const first = start && way.length ? metersBetween(start, points[way[0]!]!) : 0;
  return way.slice(1).reduce((sum, to, index) => sum + metersBetween(points[way[index]!]!, points[to]!), first);
}

function centresOf(stops: readonly Stop[]): Map<string, Point> {
  const known = stops.filter((stop): stop is Stop & { point: Point } => stop.point !== null);
  return new Map(
    [...Map.groupBy(known, (stop) => stop.communeCode)].map(([communeCode, own]) => [
      communeCode,
      {
        latitude: own.reduce((sum, { point }) => sum + point.latitude, 0) / own.length,
        longitude: own.reduce((sum, { point }) => sum + point.longitude, 0) / own.length,
      },
    ]),
  );
}

function shortestWay(start: Point | null, points: readonly Point[]): number[] {
  const between = points.map((from) => points.map((to) => metersBetween(from, to)));
  const fromStart = points.map((point) => (start ? metersBetween(start, point) : 0));
  const step = (from: number | undefined, to: number | undefined): number =>
    to === undefined ? 0 : from === undefined ? fromStart[to]! : between[from]![to]!;
  const beginnings = points
    .map((_, index) => index)
    .sort((a, b) => fromStart[a]! - fromStart[b]! || a - b)
    .slice(0, MOST_BEGINNINGS);
  let best: number[] = [];
  let shortest = Infinity;
  for (const beginning of beginnings) {
    const way = improved(nearestNeighbours(beginning, points.length, step), step);
    const length = way.reduce((sum, to, at) => sum + step(way[at - 1], to), 0);
    if (length < shortest - 1e-6) [best, shortest] = [way, length];
  }
  return best;
}

type Step = (from: number | undefined, to: number | undefined) => number;

function nearestNeighbours(beginning: number, count: number, step: Step): number[] {
  const way = [beginning];
  const left = new Set(Array.from({ length: count }, (_, index) => index).filter((index) => index !== beginning));
  while (left.size) {
    const here = way.at(-1)!;
    const nearest = [...left].reduce((best, one) => (step(here, one) < step(here, best) ? one : best));
    way.push(nearest);
    left.delete(nearest);
  }
  return way;
}

/** Turns stretches round (2-opt) and moves single stops until neither makes the way shorter. */
function improved(way: number[], step: Step): number[] {
  for (let shorter = true; shorter;) shorter = turnStretches(way, step) || moveStops(way, step);
  return way;
}

function turnStretches(way: number[], step: Step): boolean {
  let shorter = false;
  for (let from = 0; from < way.length - 1; from += 1)
    for (let to = from + 1; to < way.length; to += 1) {
      const before = step(way[from - 1], way[from]) + step(way[to], way[to + 1]);
      const after = step(way[from - 1], way[to]) + step(way[from], way[to + 1]);
      if (after >= before - 1e-6) continue;
      way.splice(from, to - from + 1, ...way.slice(from, to + 1).reverse());
      shorter = true;
    }
  return shorter;
}

function moveStops(way: number[], step: Step): boolean {
  for (let from = 0; from < way.length; from += 1) {
    const stop = way[from]!;
    const rest = way.toSpliced(from, 1);
    const saved = step(way[from - 1], stop) + step(stop, way[from + 1]) - step(rest[from - 1], rest[from]);
    for (let to = 0; to <= rest.length; to += 1) {
      const added = step(rest[to - 1], stop) + step(stop, rest[to]) - step(rest[to - 1], rest[to]);
      if (added >= saved - 1e-6) continue;
      way.splice(0, way.length, ...rest.toSpliced(to, 0, stop));
      return true;
    }
  }
  return false;
}
