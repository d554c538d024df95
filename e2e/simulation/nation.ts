import { Places } from '@choxa/places';
import {
  networkMap,
  OpenOffice,
  pathBetween,
  SeedPost,
  SetUpOperator,
  simulatedNation,
  type DemoOffice,
  type OperatorSetUp,
} from '@choxa/postal';
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
  /** Where parcels are handed over. */
  offices: readonly SimulatedOffice[];
  /** From where couriers set out: one in each commune. */
  deliveryOffices: readonly SimulatedOffice[];
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
  const offices = counters.map(({ id, communeCode }, index) => ({ id, communeCode, point: pointOf(index) }));
  return {
    operatorCode,
    offices,
    deliveryOffices: offices,
    path: (from, to) => [...new Set([from, hubOf.get(from)!, hubOf.get(to)!, to])],
  };
}

/** An operator with a counter in every commune, more than 3,500 offices in all; ways by its hubs. */
export async function wholeNation(world: World): Promise<Nation> {
  const places = world.get(Places);
  const provinces = places.provinces().map(({ code }) => code);
  const communes = provinces.flatMap((province) => places.communes(province).map(({ code }) => ({ code, provinceCode: province })));
  const nation = simulatedNation(communes, (province) => places.neighbours(province));
  await world.get(SetUpOperator).run(operatorIn(provinces));
  const opened = await inLanes(8, nation.offices.length, (index) => {
    const { code, kind, communeCode } = nation.offices[index]!;
    return world.get(OpenOffice).run({ operatorCode: NATIONAL, code, name: `Bưu cục ${code}`, kind, communeCode });
  });
  const ids = new Map(nation.offices.map((office, index) => [office.id, opened[index]!.id]));
  const planned = new Map([...ids].map(([plan, id]) => [id, plan]));
  const points = new Map(communes.map(({ code }, index) => [code, pointOf(index / 100)]));
  const map = networkMap(nation.legs);
  const at = new Date('2026-11-02T00:00:00Z');
  const simulated = ({ id, communeCode }: (typeof nation.offices)[number]) => ({
    id: ids.get(id)!,
    communeCode,
    point: points.get(communeCode)!,
  });
  const counters = nation.offices.filter(({ kind }) => kind !== 'hub' && kind !== 'delivery');
  const delivering = new Map(
    [...counters, ...nation.offices.filter(({ kind }) => kind === 'delivery')].map((one) => [one.communeCode, one]),
  );
  return {
    operatorCode: NATIONAL,
    offices: counters.map(simulated),
    deliveryOffices: [...delivering.values()].map(simulated),
    path: (from, to) => pathBetween(map, planned.get(from)!, planned.get(to)!, at)!.officeIds.map((id) => ids.get(id)!),
  };
}

const NATIONAL = 'buu-chinh-ca-nuoc';

function operatorIn(provinces: readonly string[]): OperatorSetUp {
  const zone = 'nation' as const;
  return {
    code: NATIONAL,
    name: 'Bưu chính Cả Nước (mẫu)',
    numberRanges: [{ kind: 'own', prefix: 'CNX', from: 1, to: 9_999_999 }],
    tariffs: [{ zone, upToGrams: 30_000, priceVnd: 30_000, codFeeVnd: 8_000, validFrom: '2026-01-01', basis: 'Bảng giá mẫu 2026' }],
    norms: provinces.flatMap((fromProvince) => provinces.map((toProvince) => ({ fromProvince, toProvince, zone, hours: 96 }))),
    defaultForProvinces: [],
  };
}

/** Invented: nothing but distances within a commune counts. */
function pointOf(index: number): Point {
  return { latitude: 22 - index * 0.35, longitude: 104 + (index % 5) * 0.6 };
}
