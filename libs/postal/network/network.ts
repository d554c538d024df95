import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { PostalDatabase } from '../postal-database.js';
import { clockOf, minuteOfDay, networkMap, pathBetween, USUAL_RUNS, type NetworkMap, type Path, type ScheduledLeg } from './path.rules.js';

/** How long a read network is used. Other processes see a change of the timetable after this. */
const KEPT_MS = 300_000;

interface LegRow extends Omit<ScheduledLeg, 'departs'> {
  departs: string[];
}

/** The legs of all operators in memory: they join offices of one operator only, so a way never leaves it. */
@Injectable()
export class Network {
  private kept: { map: Promise<NetworkMap>; day: string; until: number } | null = null;

  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * The way between two offices by the schedules, for a parcel that is ready at `at`; null where none joins them.
   * Within a transaction give it: where the network must be read, that needs no second connection.
   */
  async path(fromOfficeId: string, toOfficeId: string, at: Date, tx?: Tx): Promise<Path | null> {
    return pathBetween(await this.map(tx), fromOfficeId, toOfficeId, at);
  }

  /** Where a parcel for `deliveryOfficeId` goes next from `officeId`; null at its end, and where no way is known. */
  async nextHop(deliveryOfficeId: string, officeId: string, tx?: Tx): Promise<string | null> {
    return (await this.path(officeId, deliveryOfficeId, this.clock.now(), tx))?.officeIds[1] ?? null;
  }

  /** Whether a bag from one office to another is right for a parcel: its way passes there. True where no way is known: nobody can say it is wrong. */
  async leadsTo(deliveryOfficeId: string, fromOfficeId: string, toOfficeId: string, tx?: Tx): Promise<boolean> {
    return (await this.path(fromOfficeId, deliveryOfficeId, this.clock.now(), tx))?.officeIds.includes(toOfficeId) ?? true;
  }

  /** Has the network read anew, after a change of it was committed. */
  forget(): void {
    this.kept = null;
  }

  private map(tx?: Tx): Promise<NetworkMap> {
    const now = this.clock.now();
    const day = localDay(now);
    if (this.kept && this.kept.day === day && now.getTime() < this.kept.until) return this.kept.map;
    const map = this.read(day, tx ?? this.db.read);
    this.kept = { map, day, until: now.getTime() + KEPT_MS };
    map.catch(() => this.forget());
    return map;
  }

  private async read(day: string, tx: Tx): Promise<NetworkMap> {
    const legs = await sql<LegRow>(tx, LEGS, [day]);
    const offices = await sql<{ id: string; leave: string; end: string }>(tx, RUNS, [
      day,
      clockOf(USUAL_RUNS.leave),
      clockOf(USUAL_RUNS.end),
    ]);
    return networkMap(
      legs.map((leg) => ({ ...leg, departs: leg.departs.map(minuteOfDay) })),
      new Map(offices.map(({ id, leave, end }) => [id, { leave: minuteOfDay(leave), end: minuteOfDay(end) }])),
    );
  }
}

const VALID = 'valid_from <= $1::date and (valid_to is null or valid_to > $1::date)';
const LEGS = `
  select id, from_office_id as "fromOfficeId", to_office_id as "toOfficeId", departs, travel_minutes as "travelMinutes",
    cut_off_minutes as "cutOffMinutes"
  from postal.leg where ${VALID} order by from_office_id, to_office_id, id`;
/** Of thousands of offices few have other times than the usual ones. */
const RUNS = `select id, runs_leave as "leave", runs_end as "end" from postal.office where ${VALID} and (runs_leave, runs_end) <> ($2, $3)`;
