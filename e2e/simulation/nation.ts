import { Places } from '@choxa/places';
import { OpenOffice, SeedPost, type DemoOffice } from '@choxa/postal';
import type { World } from '@choxa/testing';
import { inLanes } from '../world/in-lanes.js';

export interface Point {
  latitude: number;
  longitude: number;
}

export interface SimulatedOffice {
  id: string;
  communeCode: string;
  point: Point;
}

/** One operator's offices and the ways between them. */
export interface Nation {
  operatorCode: string;
  /** Where parcels are handed over and from where couriers set out. */
  offices: readonly SimulatedOffice[];
  /** Ids of the offices a parcel passes, both ends included. */
  path(fromOfficeId: string, toOfficeId: string): readonly string[];
}

const METRES_PER_DEGREE = 111_320;

/** The point so many metres further east and north. Good for the width of a commune. */
export function moved({ latitude, longitude }: Point, eastM: number, northM: number): Point {
  return { latitude: latitude + northM / METRES_PER_DEGREE, longitude: longitude + eastM / metresPerDegreeEast(latitude) };
}

/** Metres between two points of one commune, on a flat map. */
export function metresBetween(a: Point, b: Point): number {
  const east = (b.longitude - a.longitude) * metresPerDegreeEast(a.latitude);
  return Math.hypot(east, (b.latitude - a.latitude) * METRES_PER_DEGREE);
}

function metresPerDegreeEast(latitude: number): number {
  return METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
}

/** The demo's first operator: a counter in each province, and three hubs, one of which each parcel of its region passes. */
export async function smallNation(world: World): Promise<Nation> {
  const demoOffices = await world.get(SeedPost).run();
  const [{ operatorCode }] = demoOffices as [DemoOffice];
  const own = demoOffices.filter((office) => office.operatorCode === operatorCode);
  const byProvince = (kind: string) =>
    own.filter((office) => office.kind === kind).toSorted((a, b) => a.provinceCode.localeCompare(b.provinceCode));
  const [hubs, counters] = [byProvince('hub'), byProvince('counter')];
  // A hub stands in the last province of its region.
  const hubOf = new Map(counters.map(({ id, provinceCode }) => [id, hubs.find((hub) => hub.provinceCode >= provinceCode)!.id]));
  return {
    operatorCode,
    offices: counters.map(({ id, communeCode }, index) => ({ id, communeCode, point: pointOf(index) })),
    path: (from, to) => [...new Set([from, hubOf.get(from)!, hubOf.get(to)!, to])],
  };
}

/** The same operator with an office in each of the nation's communes and a hub in each province, beside the three of the regions. */
export async function wholeNation(world: World): Promise<Nation> {
  const { operatorCode, offices: counters, path } = await smallNation(world);
  const places = world.get(Places);
  const counterOf = new Map(counters.map(({ id, communeCode }) => [places.commune(communeCode)!.provinceCode, id]));
  const provinces = places.provinces().map(({ code }) => code);
  const openings = provinces.flatMap((province) => [
    {
      operatorCode,
      code: `TINH-${province}`,
      name: 'Trung tâm khai thác tỉnh',
      kind: 'hub' as const,
      communeCode: places.communes(province)[0]!.code,
    },
    ...places.communes(province).map(({ code, name }) => ({
      operatorCode,
      code: `XA-${code}`,
      name: `Bưu cục ${name}`,
      kind: 'commune_cultural' as const,
      communeCode: code,
    })),
  ]);
  const opened = await inLanes(8, openings.length, (index) => world.get(OpenOffice).run(openings[index]!));
  const idOf = new Map(opened.map(({ code, id }) => [code, id]));
  const provinceOf = new Map(openings.map(({ code, communeCode }) => [idOf.get(code)!, places.commune(communeCode)!.provinceCode]));
  const hubsUp = (officeId: string) => [officeId, idOf.get(`TINH-${provinceOf.get(officeId)!}`)!];
  const regions = (from: string, to: string) =>
    path(counterOf.get(provinceOf.get(from)!)!, counterOf.get(provinceOf.get(to)!)!).slice(1, -1);
  return {
    operatorCode,
    offices: openings
      .filter(({ kind }) => kind !== 'hub')
      .map(({ code, communeCode }, index) => ({ id: idOf.get(code)!, communeCode, point: pointOf(index / 100) })),
    path: (from, to) => (from === to ? [from] : [...new Set([...hubsUp(from), ...regions(from, to), ...hubsUp(to).toReversed()])]),
  };
}

/** Invented: nothing but distances within a commune counts. */
function pointOf(index: number): Point {
  return { latitude: 22 - index * 0.35, longitude: 104 + (index % 5) * 0.6 };
}
