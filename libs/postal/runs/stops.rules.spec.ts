import * as fc from 'fast-check';
import { metersBetween, type Point } from '../delivery/points.rules.js';
import { sequenceStops, wayLength, type Stop } from './stops.rules.js';

const OFFICE = { latitude: 10.03, longitude: 105.78 };
const aPoint = fc.record({
  latitude: fc.double({ min: 9.9, max: 10.2, noNaN: true }),
  longitude: fc.double({ min: 105.6, max: 105.9, noNaN: true }),
});
const stopsOf = (points: Point[]): Stop[] =>
  points.map((point, index) => ({ number: `EE${String(index).padStart(3, '0')}`, point, communeCode: '31135' }));
const lengthOf = (start: Point | null, points: Point[], numbers: string[]) =>
  wayLength(
    start,
    points,
    numbers.map((number) => Number(number.slice(2))),
  );

/** The shortest way there is, by trying every set of stops with every last one (Held and Karp). */
function shortest(start: Point | null, points: Point[]): number {
  const count = points.length;
  const between = points.map((from) => points.map((to) => metersBetween(from, to)));
  // One flat table: for each set of stops seen, the shortest way through them for each last one.
  const best = new Float64Array(count << count).fill(Infinity);
  points.forEach((point, index) => (best[count * (1 << index) + index] = start ? metersBetween(start, point) : 0));
  for (let seen = 1; seen < 1 << count; seen += 1)
    for (let last = 0; last < count; last += 1) {
      const sofar = best[count * seen + last]!;
      if (sofar === Infinity) continue;
      for (let next = 0; next < count; next += 1) {
        if (seen & (1 << next)) continue;
        const at = count * (seen | (1 << next)) + next;
        best[at] = Math.min(best[at]!, sofar + between[last]![next]!);
      }
    }
  return Math.min(...best.subarray(count * ((1 << count) - 1)));
}

describe('the stops of a run', () => {
  it('stand in a sequence at most a tenth longer than the best one, for up to twelve stops', () => {
    let [sum, count] = [0, 0];
    fc.assert(
      fc.property(fc.array(aPoint, { minLength: 2, maxLength: 12 }), fc.boolean(), (points, known) => {
        const start = known ? OFFICE : null;
        const ratio = lengthOf(start, points, sequenceStops(start, stopsOf(points))) / (shortest(start, points) || 1);
        [sum, count] = [sum + ratio, count + 1];
        expect(ratio).toBeLessThanOrEqual(1.1);
      }),
      { numRuns: 150 },
    );
    expect(sum / count).toBeLessThan(1.01);
  });

  it('are all there once, and in the same sequence whatever the one they were given in', () => {
    fc.assert(
      fc.property(fc.array(aPoint, { maxLength: 30 }), fc.integer(), (points, seed) => {
        const stops = stopsOf(points);
        const mixed = [...stops].sort((a, b) => Math.sin(seed + Number(a.number.slice(2))) - Math.sin(seed + Number(b.number.slice(2))));
        expect(sequenceStops(OFFICE, mixed)).toEqual(sequenceStops(OFFICE, stops));
        expect(sequenceStops(OFFICE, stops).sort()).toEqual(stops.map(({ number }) => number));
      }),
      { numRuns: 50 },
    );
  });

  it('without a point stand with those of their commune, and last where nobody knows the commune', () => {
    const at = (number: string, longitude: number | null, communeCode: string): Stop => ({
      number,
      point: longitude === null ? null : { latitude: 10, longitude },
      communeCode,
    });
    const stops = [at('A', 105.1, '1'), at('B', 105.9, '2'), at('C', 105.12, '1'), at('D', null, '3'), at('E', null, '1')];
    expect(sequenceStops({ latitude: 10, longitude: 105 }, stops)).toEqual(['A', 'E', 'C', 'B', 'D']);
    expect(sequenceStops(null, [])).toEqual([]);
  });
});
