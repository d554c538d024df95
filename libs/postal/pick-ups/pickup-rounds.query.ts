import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, sql, Trail, type Actor } from '@choxa/platform';
import { PICKUP_HALVES } from '@choxa/postal-contract';
import type { Point } from '../delivery/points.rules.js';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { sequenceStops } from '../runs/stops.rules.js';
import { pickupRoundPdf } from './pickup-round-sheet.js';
import type { PickupRoundDto, PickupRoundQuery, PickupStopDto } from './pickup-round.dto.js';

type StopRow = PickupStopDto & { communeCode: string; point: Point | null };
type OfficeRow = { officeName: string; point: Point | null; unanswered: number };

/** The pick-ups an office has accepted for a day, as a round in a good sequence. */
@Injectable()
export class PickupRounds {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `office.unknown` for an office one does not work for */
  async of(actor: Actor, { office, day = localDay(this.clock.now()) }: PickupRoundQuery): Promise<PickupRoundDto> {
    const officeId = staffOffices(actor).find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    return this.db.transaction(async (tx) => {
      const [own] = await sql<OfficeRow>(tx, OFFICE, [officeId, day]);
      const { officeName, unanswered, point } = own!;
      const rows = await sql<StopRow>(tx, STOPS, [officeId, day]);
      const stops = inSequence(point, rows);
      const [first, ...others] = stops.map(({ id }) => id);
      if (first) {
        const details = others.length ? { others } : {};
        await this.trail.record(tx, actor, { action: 'pickup.sender-read', subjectKind: 'pickup', subjectId: first, details });
      }
      return { day, officeName, unanswered, stops };
    });
  }

  /** The same as a list on paper. @throws Problem as {@link of} */
  async print(actor: Actor, query: PickupRoundQuery): Promise<Buffer> {
    return pickupRoundPdf(await this.of(actor, query), this.clock.now());
  }
}

/** The morning's stops, then the afternoon's, each in a good sequence from the office. */
function inSequence(start: Point | null, rows: StopRow[]): PickupStopDto[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return PICKUP_HALVES.flatMap((half) => {
    const stops = rows.filter((row) => row.half === half);
    return sequenceStops(
      start,
      stops.map(({ id, point, communeCode }) => ({ number: id, point, communeCode })),
    ).map((id) => {
      const { communeCode: _, point: __, ...stop } = byId.get(id)!;
      return stop;
    });
  });
}

const OFFICE = `
  select name as "officeName", case when latitude is not null then json_build_object('latitude', latitude, 'longitude', longitude) end as point,
    (select count(*)::int from postal.pickup where office_id = office.id and day = $2 and state = 'requested') as unanswered
  from postal.office where id = $1`;

// A sender gives no point of their own: the middle of what was delivered in the commune before stands for it, as for the stops of a run.
const STOPS = `
  select pickup.id, half, sender_name as "senderName", sender_phone as "senderPhone", sender_street as "senderStreet",
    sender_commune_name as "senderCommuneName", note, parcels.waiting, parcels.taken, parcels.commune_code as "communeCode", middle.point
  from postal.pickup
  join lateral (
    select coalesce(array_agg(number order by number) filter (where accepted_at is null and state <> 'withdrawn'), '{}') as waiting,
      (count(*) filter (where accepted_at is not null))::int as taken, coalesce(min(parcel.sender_commune_code), '') as commune_code
    from postal.pickup_parcel fetched join postal.parcel on parcel.number = fetched.parcel_number where fetched.pickup_id = pickup.id) parcels on true
  left join lateral (
    select json_build_object('latitude', avg(seen.latitude), 'longitude', avg(seen.longitude)) as point from (
      select proof.latitude, proof.longitude from postal.proof join postal.parcel other on other.number = proof.parcel_number
       where proof.office_id = pickup.office_id and proof.latitude is not null and other.recipient_commune_code = parcels.commune_code
       order by proof.delivered_at desc limit 50) seen having count(*) > 0) middle on true
  where pickup.office_id = $1 and day = $2 and pickup.state = 'accepted'`;
