import { localDay, startOfDay } from '@choxa/standards';

/** A regular transport between two offices, as the path rules need it. Minutes of day count from local midnight. */
export interface ScheduledLeg {
  id: string;
  fromOfficeId: string;
  toOfficeId: string;
  /** Minutes of day at which it leaves, every day, ascending; never empty. */
  departs: readonly number[];
  travelMinutes: number;
  /** How long before it leaves a bag must be closed. */
  cutOffMinutes: number;
}

/** When the postmen of an office leave for the day, and when the last of them is back; minutes of day. */
export interface RunTimes {
  leave: number;
  end: number;
}

export interface Hop {
  legId: string;
  fromOfficeId: string;
  toOfficeId: string;
  departsAt: Date;
  arrivesAt: Date;
}

/** The way of a parcel by the schedules. */
export interface Path {
  /** From the first office to the last, both included. */
  officeIds: string[];
  legs: Hop[];
  /** At the last office. */
  arrivesAt: Date;
  /** Delivered by then: the end of the first day whose runs leave after it is there. */
  promisedAt: Date;
}

/** Legs by office, made once for many questions. */
export interface NetworkMap {
  /** Those on which a way may go on, by where they begin. */
  throughLegs: ReadonlyMap<string, readonly ScheduledLeg[]>;
  /** By where they end: legs to offices joined to one other office only, through which no way leads. */
  lastLegs: ReadonlyMap<string, readonly ScheduledLeg[]>;
  runs: ReadonlyMap<string, RunTimes>;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Of offices that say nothing else. */
export const USUAL_RUNS: RunTimes = { leave: 8 * 60, end: 17 * 60 + 30 };

export function networkMap(legs: readonly ScheduledLeg[], runs: ReadonlyMap<string, RunTimes> = new Map()): NetworkMap {
  const joined = new Map<string, Set<string>>();
  const join = (one: string, other: string): void => {
    const known = joined.get(one);
    if (known) known.add(other);
    else joined.set(one, new Set([other]));
  };
  for (const { fromOfficeId, toOfficeId } of legs) {
    join(fromOfficeId, toOfficeId);
    join(toOfficeId, fromOfficeId);
  }
  const isEnd = ({ toOfficeId }: ScheduledLeg): boolean => joined.get(toOfficeId)!.size === 1;
  return {
    throughLegs: Map.groupBy(
      legs.filter((leg) => !isEnd(leg)),
      (leg) => leg.fromOfficeId,
    ),
    lastLegs: Map.groupBy(legs.filter(isEnd), (leg) => leg.toOfficeId),
    runs,
  };
}

interface Reached {
  officeId: string;
  /** Minutes after the midnight at which the search began. */
  at: number;
  by: { leg: ScheduledLeg; departs: number; from: Reached } | null;
}

/**
 * The way from one office to another that arrives first when the parcel is ready at `at`; null where no schedule joins them.
 * The end offices of three thousand communes are never entered on the way, so that a question looks at the hubs alone.
 */
export function pathBetween(map: NetworkMap, fromOfficeId: string, toOfficeId: string, at: Date): Path | null {
  const midnight = startOfDay(localDay(at)).getTime();
  const start: Reached = { officeId: fromOfficeId, at: Math.ceil((at.getTime() - midnight) / MINUTE_MS), by: null };
  const end = fromOfficeId === toOfficeId ? start : earliest(map, start, toOfficeId);
  return end && told(end, midnight, map.runs.get(toOfficeId) ?? USUAL_RUNS);
}

/** Dijkstra over arrival times: a later arrival is never of use, since whoever is there earlier may wait. */
function earliest(map: NetworkMap, start: Reached, toOfficeId: string): Reached | null {
  const open = new Map([[start.officeId, start]]);
  const settled = new Set<string>();
  for (let next = first(open); next; next = first(open)) {
    if (next.officeId === toOfficeId) return next;
    open.delete(next.officeId);
    settled.add(next.officeId);
    const { officeId } = next;
    const last = map.lastLegs.get(toOfficeId)?.filter((leg) => leg.fromOfficeId === officeId) ?? [];
    for (const leg of [...(map.throughLegs.get(officeId) ?? []), ...last]) {
      const to = leg.toOfficeId;
      if (settled.has(to)) continue;
      const departs = nextDeparture(leg, next.at);
      const arrives = departs + leg.travelMinutes;
      const known = open.get(to);
      if (!known || arrives < known.at) open.set(to, { officeId: to, at: arrives, by: { leg, departs, from: next } });
    }
  }
  return null;
}

function first(open: ReadonlyMap<string, Reached>): Reached | undefined {
  let best: Reached | undefined;
  for (const one of open.values()) if (!best || one.at < best.at) best = one;
  return best;
}

/** The first departure whose bag is still open at minute `ready`. */
export function nextDeparture({ departs, cutOffMinutes }: ScheduledLeg, ready: number): number {
  const from = ready + cutOffMinutes;
  const day = Math.floor(from / DAY_MINUTES) * DAY_MINUTES;
  const today = departs.find((minute) => day + minute >= from);
  return today === undefined ? day + DAY_MINUTES + departs[0]! : day + today;
}

function told(end: Reached, midnight: number, runs: RunTimes): Path {
  const instant = (minute: number): Date => new Date(midnight + minute * MINUTE_MS);
  const legs: Hop[] = [];
  for (let one = end; one.by; one = one.by.from)
    legs.unshift({
      legId: one.by.leg.id,
      fromOfficeId: one.by.leg.fromOfficeId,
      toOfficeId: one.officeId,
      departsAt: instant(one.by.departs),
      arrivesAt: instant(one.at),
    });
  const day = Math.floor(end.at / DAY_MINUTES);
  const runDay = end.at - day * DAY_MINUTES <= runs.leave ? day : day + 1;
  return {
    officeIds: legs.length ? [legs[0]!.fromOfficeId, ...legs.map((leg) => leg.toOfficeId)] : [end.officeId],
    legs,
    arrivesAt: instant(end.at),
    promisedAt: instant(runDay * DAY_MINUTES + runs.end),
  };
}

/** Minutes of day of `HH:MM`. */
export function minuteOfDay(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}

/** `HH:MM` of a minute of day. */
export function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
