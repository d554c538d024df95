import { Chance } from './chance.js';
import { Devices } from './devices.js';
import {
  DAY,
  DAYS,
  HOUR,
  type CashCount,
  type Fate,
  type MonthPlan,
  type PlannedAcceptance,
  type PlannedParcel,
  type Visit,
} from './month-plan.js';
import { moved, type Nation, type SimulatedOffice } from './nation.js';
import { doorToDoor, Rounds } from './plan-visits.js';
import { Transport } from './plan-transport.js';

/** Parcels are announced on so many days, so that most of them end within the month. */
const MOST_DAYS = 22;
const PARCELS_A_DAY = 120;
/** Some go to few towns, where a round is long, the others anywhere. Per thousand, and parcels a day of a town. */
const TO_TOWNS = 800;
const PARCELS_A_DAY_OF_A_TOWN = 34;
const ROUND = 40;
const TRIES = 2;
/** Per thousand. */
const NEVER_HANDED_OVER = 15;
const STOLEN = 4;
const WITH_CASH = 700;
const AT_THE_WORKS = 60;
const FETCHED_AT_THE_COUNTER = 600;
const CASH_DIFFERS = 50;
const HELD_FOR = 3 * DAY;

/** A month of parcels of one operator. The same seed plans the same month. */
export function planMonth(nation: Nation, count: number, seed: number): MonthPlan {
  return new MonthPlanner(nation, count, new Chance(seed)).plan();
}

/** A parcel at its delivery office, waiting for a courier. */
interface Waiting {
  parcel: PlannedParcel;
  since: number;
  tries: number;
}

class MonthPlanner {
  private readonly devices: Devices;
  private readonly transport: Transport;
  private readonly rounds: Rounds;
  private readonly acceptances: PlannedAcceptance[] = [];
  private readonly visits: Visit[] = [];

  constructor(
    private readonly nation: Nation,
    private readonly count: number,
    private readonly chance: Chance,
  ) {
    this.devices = new Devices(chance);
    this.transport = new Transport(nation, this.devices, chance);
    this.rounds = new Rounds(chance);
  }

  plan(): MonthPlan {
    const parcels = this.announce();
    const waiting = new Map<string, Waiting[]>(parcels.map(({ to }) => [to.id, []]));
    for (const parcel of parcels) {
      const since = this.handOver(parcel);
      if (since !== null) waiting.get(parcel.to.id)!.push({ parcel, since, tries: 0 });
    }
    for (let day = 0; day < DAYS; day += 1)
      for (const [officeId, parcelsThere] of waiting) waiting.set(officeId, this.deliverOn(day * DAY, parcelsThere));
    return { parcels, acceptances: this.acceptances, scans: this.devices.sent, visits: this.visits, counts: this.countCash() };
  }

  /** Whoever was paid in a day counts in the evening; now and then a note is missing, or one too many. */
  private countCash(): CashCount[] {
    const paid = this.visits.filter(({ outcome, parcel }) => outcome === 'delivered' && parcel.codVnd > 0);
    const days = Map.groupBy(paid, ({ courier, at }) => `${courier} ${Math.floor(at / DAY)}`);
    return [...days.values()].map((visits) => {
      const [{ courier, officeId, at }] = visits as [Visit];
      const differenceVnd = this.chance.happens(CASH_DIFFERS) ? this.chance.pick([-50_000, -20_000, 10_000]) : 0;
      return { at: (Math.floor(at / DAY) + 1) * DAY - 4 * HOUR, courier, officeId, differenceVnd };
    });
  }

  private announce(): PlannedParcel[] {
    const { chance, nation, count } = this;
    const days = Math.min(MOST_DAYS, Math.max(3, Math.ceil(count / PARCELS_A_DAY)));
    const { deliveryOffices } = nation;
    const towns = Math.max(1, Math.round((count * TO_TOWNS) / 1000 / days / PARCELS_A_DAY_OF_A_TOWN));
    const townOffices = Array.from({ length: towns }, () => chance.pick(deliveryOffices));
    const works = new Map(deliveryOffices.map((office) => [office.id, this.somewhereNear(office)]));
    return Array.from({ length: count }, (_, index) => {
      const [from, to] = [chance.pick(nation.offices), chance.pick(chance.happens(TO_TOWNS) ? townOffices : deliveryOffices)];
      return {
        reference: `thang-${index}`,
        senderPhone: `0912${String(nation.offices.indexOf(from)).padStart(4, '0')}${String(chance.between(0, 19)).padStart(2, '0')}`,
        from,
        to,
        address: chance.happens(AT_THE_WORKS) ? works.get(to.id)! : this.somewhereNear(to),
        codVnd: chance.happens(WITH_CASH) ? chance.between(50, 400) * 1_000 : 0,
        weightGrams: chance.between(100, 5_000),
        announcedAt: chance.between(0, days - 1) * DAY + chance.between(7, 19) * HOUR,
        fate: this.fate(),
      };
    });
  }

  private fate(): Fate {
    if (this.chance.happens(NEVER_HANDED_OVER)) return 'never handed over';
    return this.chance.happens(STOLEN) ? 'stolen' : 'carried';
  }

  /** At a door out of sight of the office. */
  private somewhereNear({ point }: SimulatedOffice) {
    const away = () => this.chance.between(300, 2_500) * this.chance.pick([-1, 1]);
    return moved(point, away(), away());
  }

  /** When it is at its delivery office; null when it never comes there. */
  private handOver(parcel: PlannedParcel): number | null {
    if (parcel.fate === 'never handed over') return null;
    const day = Math.ceil(parcel.announcedAt / DAY);
    // Counters are open from eight; every ten minutes somebody is served.
    const at = day * DAY + 8 * HOUR + this.chance.between(0, 48) * 10;
    this.acceptances.push({ at, parcel });
    return this.transport.forth(parcel, at);
  }

  /** Takes out what is there in the morning of a day; what still waits after it. */
  private deliverOn(midnight: number, parcels: readonly Waiting[]): Waiting[] {
    const taken = parcels.filter(({ since }) => since <= midnight + 7 * HOUR);
    // Each courier has a strip of the commune.
    taken.sort((a, b) => a.parcel.address.latitude - b.parcel.address.latitude);
    const left = parcels.filter(({ since }) => since > midnight + 7 * HOUR);
    for (let first = 0; first < taken.length; first += ROUND)
      left.push(...this.round(midnight, first / ROUND, taken.slice(first, first + ROUND)));
    return left;
  }

  private round(midnight: number, courierNo: number, taken: readonly Waiting[]): Waiting[] {
    const [{ parcel: first }] = taken as [Waiting];
    const startsAt = midnight + 7 * HOUR + 30 + courierNo;
    for (const { parcel } of taken) this.devices.see(startsAt, { parcel, code: 'EDG', officeId: parcel.to.id });
    const doors = doorToDoor(
      taken.map(({ parcel }) => parcel),
      first.to.point,
      ({ address }) => address,
    );
    const { visits, left } = this.rounds.plan(`${first.to.id}/${courierNo}`, first.to.point, doors, midnight, startsAt);
    this.visits.push(...visits);
    const unvisited = new Set(left);
    const evening = midnight + 17 * HOUR;
    for (const parcel of left) this.devices.see(evening, { parcel, code: 'EDF', officeId: parcel.to.id });
    const failed = new Map(visits.filter(({ outcome }) => outcome === 'failed').map((visit) => [visit.parcel, visit]));
    return taken.flatMap(({ parcel, tries }) => {
      if (unvisited.has(parcel)) return [{ parcel, since: evening, tries }];
      const visit = failed.get(parcel);
      return visit ? this.afterFailure(visit, tries + 1, evening) : [];
    });
  }

  /** Tried again tomorrow, held at the counter, or sent back. */
  private afterFailure({ parcel, at, reason, officeId }: Visit, tries: number, evening: number): Waiting[] {
    const again = reason === 'absent' && tries < TRIES;
    const nextAction = again ? 'retry' : reason === 'absent' ? 'hold_for_collection' : 'return_to_sender';
    this.devices.see(at, { parcel, code: 'EMH', officeId, reason: reason!, nextAction });
    if (again) return [{ parcel, since: evening, tries }];
    if (reason !== 'absent') return this.sendBack(parcel, evening);
    this.devices.see(evening, { parcel, code: 'EDH', officeId });
    const fetched = this.chance.happens(FETCHED_AT_THE_COUNTER);
    if (!fetched) return this.sendBack(parcel, evening + HELD_FOR);
    const fetchedAt = evening + this.chance.between(1, 2) * DAY - 2 * HOUR;
    this.visits.push({
      at: fetchedAt,
      parcel,
      officeId,
      courier: `${officeId}/counter`,
      outcome: 'delivered',
      reason: null,
      place: 'service_point',
      point: parcel.to.point,
      accuracyMeters: 10,
      proof: 'code',
      falsehood: null,
    });
    return [];
  }

  private sendBack(parcel: PlannedParcel, at: number): [] {
    this.devices.see(at, { parcel, code: 'RTS', officeId: parcel.to.id });
    const backAt = this.transport.back(parcel, at);
    this.devices.see(Math.ceil(backAt / DAY) * DAY + 9 * HOUR, { parcel, code: 'RTD', officeId: parcel.from.id });
    return [];
  }
}
