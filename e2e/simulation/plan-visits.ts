import type { Chance } from './chance.js';
import type { Falsehood, PlannedParcel, Visit } from './month-plan.js';
import { metresBetween, moved, type Point } from './nation.js';

/** Metres: a phone under the open sky, and one between walls, which mostly says how unsure it is. */
const GPS_ERROR_M = 25;
const BAD_GPS_ERROR_M = 600;
/** Per thousand visits. */
const BAD_GPS = 10;
const NO_GPS = 30;
const ELSEWHERE_AS_ASKED = 5;
const FAILS = 120;
const BY_PHOTO = 300;
/** Per thousand of those with a bad place. */
const UNAWARE = 200;
/** Per thousand rounds, and visits. */
const MANY_AT_ONCE = 100;
const NEVER_LEFT = 100;
const FAR_AWAY = 10;
const REFUSAL_MADE_UP = 6;
/** Per thousand deliveries far away: with the phone's place switched off and a code talked out of the recipient nothing shows. */
const UNTRACEABLE = 30;
/** Deliveries that are closed together in two minutes. */
const AT_ONCE = { least: 20, most: 25, inTheFirstMinute: 13 };
const METRES_A_MINUTE = 400;
const LAST_STOP = 16.5 * 60;

export interface RoundPlan {
  visits: Visit[];
  /** Nobody came to these today. */
  left: PlannedParcel[];
}

/** One courier's day from door to door, mostly honest. */
export class Rounds {
  constructor(private readonly chance: Chance) {}

  /** `parcels` in the sequence of their doors; times in minutes. */
  plan(courier: string, officePoint: Point, parcels: readonly PlannedParcel[], midnight: number, startsAt: number): RoundPlan {
    const { chance } = this;
    const visits: Visit[] = [];
    const restAtOnceFrom = chance.happens(MANY_AT_ONCE) ? chance.between(3, 8) : Infinity;
    const idleUntil = restAtOnceFrom === Infinity && chance.happens(NEVER_LEFT) ? chance.between(3, 7) : 0;
    let at = startsAt;
    let spot = officePoint;
    for (const [index, parcel] of parcels.entries()) {
      if (index >= restAtOnceFrom && parcels.length - index >= AT_ONCE.least) {
        const closed = parcels.slice(index, index + chance.between(AT_ONCE.least, AT_ONCE.most));
        return { visits: [...visits, ...this.atOnce(closed, courier, at + 5, spot)], left: parcels.slice(index + closed.length) };
      }
      const visit = this.visit(parcel, courier, index < idleUntil ? officePoint : null);
      const door = visit.place === 'address' ? parcel.address : spot;
      at += visit.falsehood ? 3 : this.minutesTo(spot, door);
      if (at - midnight > LAST_STOP) return { visits, left: parcels.slice(index) };
      visits.push({ ...visit, at });
      if (!visit.falsehood) spot = door;
    }
    return { visits, left: [] };
  }

  private minutesTo(from: Point, to: Point): number {
    return from === to ? this.chance.between(0, 1) : Math.ceil(metresBetween(from, to) / METRES_A_MINUTE) + this.chance.between(2, 5);
  }

  /** The rest of a round, closed over tea; half of them know how to make up the place of their phone. */
  private atOnce(parcels: readonly PlannedParcel[], courier: string, at: number, spot: Point): Visit[] {
    const madeUp = this.chance.happens(500);
    return parcels.map((parcel, index) => ({
      ...this.lie(parcel, courier, 'many at once', madeUp ? parcel.address : spot),
      at: at + (index < AT_ONCE.inTheFirstMinute ? 0 : 1),
    }));
  }

  /** `idleAt`: where the courier still sits. The time is set by who asks. */
  private visit(parcel: PlannedParcel, courier: string, idleAt: Point | null): Visit {
    const { chance } = this;
    if (idleAt) return this.lie(parcel, courier, 'never left the office', idleAt);
    if (chance.happens(FAR_AWAY)) return this.lie(parcel, courier, 'far away', this.farFrom(parcel.address));
    if (chance.happens(REFUSAL_MADE_UP)) return this.lie(parcel, courier, 'refusal made up', this.farFrom(parcel.address));
    // Met on the way, where the recipient asked for it.
    const elsewhere = chance.happens(ELSEWHERE_AS_ASKED);
    const failed = !elsewhere && chance.happens(FAILS);
    const reason = failed ? chance.pick(['absent', 'absent', 'absent', 'refused', 'wrong_address'] as const) : null;
    return {
      ...this.measured(parcel.address),
      ...this.claim(parcel, courier, reason),
      place: elsewhere ? 'other_as_requested' : 'address',
    };
  }

  private lie(parcel: PlannedParcel, courier: string, falsehood: Falsehood, spot: Point): Visit {
    const untraceable = falsehood === 'far away' && this.chance.happens(UNTRACEABLE);
    const seen = untraceable
      ? NOWHERE
      : ({ point: this.scattered(spot, GPS_ERROR_M), accuracyMeters: GPS_ERROR_M, proof: 'photo' } as const);
    return { ...this.claim(parcel, courier, falsehood === 'refusal made up' ? 'refused' : null), ...seen, falsehood };
  }

  private claim(parcel: PlannedParcel, courier: string, reason: Visit['reason']) {
    const outcome = reason ? ('failed' as const) : ('delivered' as const);
    return { at: 0, parcel, officeId: parcel.to.id, courier, outcome, reason, place: 'address' as const, falsehood: null, ...NOWHERE };
  }

  private measured(spot: Point): Pick<Visit, 'point' | 'accuracyMeters' | 'proof'> {
    const { chance } = this;
    if (chance.happens(NO_GPS)) return NOWHERE;
    const bad = chance.happens(BAD_GPS);
    const unsure = bad && !chance.happens(UNAWARE) ? 2 * BAD_GPS_ERROR_M : GPS_ERROR_M;
    const proof = chance.happens(BY_PHOTO) ? 'photo' : 'code';
    return { point: this.scattered(spot, bad ? BAD_GPS_ERROR_M : GPS_ERROR_M), accuracyMeters: unsure, proof };
  }

  private scattered(spot: Point, errorM: number): Point {
    return moved(spot, this.chance.between(-errorM, errorM), this.chance.between(-errorM, errorM));
  }

  private farFrom(point: Point): Point {
    const away = () => this.chance.between(1_200, 9_000) * this.chance.pick([-1, 1]);
    return moved(point, away(), away());
  }
}

/** What there is without satellites: the recipient's code. */
const NOWHERE = { point: null, accuracyMeters: null, proof: 'code' } as const;

/** The doors one after the other, always the nearest next. */
export function doorToDoor<Thing>(things: readonly Thing[], start: Point, doorOf: (thing: Thing) => Point): Thing[] {
  const left = [...things];
  const way: Thing[] = [];
  for (let spot = start; left.length; spot = doorOf(way.at(-1)!)) {
    const distances = left.map((thing) => metresBetween(spot, doorOf(thing)));
    way.push(left.splice(distances.indexOf(Math.min(...distances)), 1)[0]!);
  }
  return way;
}
