import { createHash } from 'node:crypto';
import type { OfficeKind } from '../offices/office.entity.js';
import { hubAndSpokeLegs, nearestHub } from './hub-and-spoke.rules.js';
import { minuteOfDay, type ScheduledLeg } from './path.rules.js';

export interface NationOffice {
  id: string;
  code: string;
  kind: OfficeKind;
  communeCode: string;
  provinceCode: string;
}

/** An operator that is everywhere: made of the communes alone, so the same list gives the same offices and legs. */
export interface SimulatedNation {
  offices: NationOffice[];
  regionHubIds: string[];
  legs: ScheduledLeg[];
}

/** Every so many communes one has a delivery office beside its counter. */
const DELIVERY_EVERY = 12;
/** Hà Nội, Đà Nẵng, Thành phố Hồ Chí Minh. */
const REGION_HUBS = ['01', '48', '79'];

/** A counter in every commune, a delivery office in every twelfth, a hub in every province and one in each of three regions. `communes` by code. */
export function simulatedNation(
  communes: readonly { code: string; provinceCode: string }[],
  neighbours: (provinceCode: string) => readonly string[],
): SimulatedNation {
  const office = (code: string, kind: OfficeKind, { code: communeCode, provinceCode }: (typeof communes)[number]): NationOffice => ({
    id: uuidOf(code),
    code,
    kind,
    communeCode,
    provinceCode,
  });
  const counters = communes.flatMap((commune, at) => [
    office(`QG-${commune.code}-BC`, at % 2 ? 'counter' : 'commune_cultural', commune),
    ...(at % DELIVERY_EVERY === 0 ? [office(`QG-${commune.code}-PH`, 'delivery', commune)] : []),
  ]);
  const seats = [...new Map(communes.toReversed().map((commune) => [commune.provinceCode, commune])).values()];
  const provinceHubs = seats.map((commune) => office(`QG-${commune.provinceCode}-KT`, 'hub', commune));
  const regionHubs = seats
    .filter(({ provinceCode }) => REGION_HUBS.includes(provinceCode))
    .map((commune) => office(`QG-${commune.provinceCode}-KV`, 'hub', commune));
  const offices = [...counters, ...provinceHubs, ...regionHubs];
  const regionHubIds = regionHubs.map(({ id }) => id);
  const hubOfProvince = new Map(regionHubs.map(({ id, provinceCode }) => [provinceCode, id]));
  const legs = hubAndSpokeLegs(offices, regionHubIds, (province) => nearestHub(province, hubOfProvince, neighbours));
  return {
    offices,
    regionHubIds,
    legs: legs.map((leg, at) => ({ id: uuidOf(`leg ${at}`), ...leg, departs: leg.departs.map(minuteOfDay) })),
  };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
