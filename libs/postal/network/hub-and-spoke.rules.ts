import type { OfficeKind } from '../offices/office.entity.js';

export interface SpokeOffice {
  id: string;
  kind: OfficeKind;
  provinceCode: string;
}

/** When a kind of transport leaves (`HH:MM`, local) and how long it takes. */
export interface Timing {
  departs: readonly string[];
  travelMinutes: number;
  cutOffMinutes: number;
}

export interface Timetable {
  officeToHub: Timing;
  hubToOffice: Timing;
  provinceToRegion: Timing;
  regionToProvince: Timing;
  betweenRegions: Timing;
}

/** What a generated network starts from; each leg is put right by hand where the road is another. */
export const USUAL_TIMETABLE: Timetable = {
  officeToHub: { departs: ['11:30', '17:00'], travelMinutes: 90, cutOffMinutes: 30 },
  hubToOffice: { departs: ['05:30', '13:00'], travelMinutes: 90, cutOffMinutes: 60 },
  provinceToRegion: { departs: ['20:00'], travelMinutes: 300, cutOffMinutes: 45 },
  regionToProvince: { departs: ['02:30', '21:00'], travelMinutes: 300, cutOffMinutes: 60 },
  betweenRegions: { departs: ['03:00', '15:00'], travelMinutes: 900, cutOffMinutes: 60 },
};

export interface NewLeg extends Timing {
  fromOfficeId: string;
  toOfficeId: string;
}

/**
 * Hub and spoke: every office to the hub of its province and back, every province hub to its region's hub and back, region hubs among each
 * other. In a province without a hub of its own the offices go to the region's. `regionHubs`: those hubs that serve a region;
 * `regionHubOf`: the id of the one that serves a province.
 */
export function hubAndSpokeLegs(
  offices: readonly SpokeOffice[],
  regionHubs: readonly string[],
  regionHubOf: (provinceCode: string) => string,
  timetable: Timetable = USUAL_TIMETABLE,
): NewLeg[] {
  const ofRegions = new Set(regionHubs);
  const provinceHubs = new Map<string, string>();
  for (const { id, kind, provinceCode } of offices)
    if (kind === 'hub' && !ofRegions.has(id) && !provinceHubs.has(provinceCode)) provinceHubs.set(provinceCode, id);
  const legs: NewLeg[] = [];
  const bothWays = (outer: string, inner: string, inwards: Timing, outwards: Timing): void => {
    legs.push({ fromOfficeId: outer, toOfficeId: inner, ...inwards }, { fromOfficeId: inner, toOfficeId: outer, ...outwards });
  };
  for (const { id, provinceCode } of offices) {
    if (ofRegions.has(id)) continue;
    const provinceHub = provinceHubs.get(provinceCode);
    if (provinceHub === id) bothWays(id, regionHubOf(provinceCode), timetable.provinceToRegion, timetable.regionToProvince);
    else bothWays(id, provinceHub ?? regionHubOf(provinceCode), timetable.officeToHub, timetable.hubToOffice);
  }
  regionHubs.forEach((one, at) =>
    regionHubs.slice(at + 1).forEach((other) => bothWays(one, other, timetable.betweenRegions, timetable.betweenRegions)),
  );
  return legs;
}

/**
 * The region hub nearest to a province by borders crossed, the first of several. `hubs`: province of a hub → its id, at least one.
 * A province that no border joins to any (an island of its own) goes to the first hub.
 */
export function nearestHub(
  provinceCode: string,
  hubs: ReadonlyMap<string, string>,
  neighbours: (provinceCode: string) => readonly string[],
): string {
  const seen = new Set([provinceCode]);
  for (let ring = [provinceCode]; ring.length; ring = beyond(ring, seen, neighbours)) {
    const hub = ring.toSorted().find((code) => hubs.has(code));
    if (hub) return hubs.get(hub)!;
  }
  return hubs.values().next().value!;
}

function beyond(ring: readonly string[], seen: Set<string>, neighbours: (provinceCode: string) => readonly string[]): string[] {
  const next = [...new Set(ring.flatMap((code) => neighbours(code)))].filter((code) => !seen.has(code));
  next.forEach((code) => seen.add(code));
  return next;
}
