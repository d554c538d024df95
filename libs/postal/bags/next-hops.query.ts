import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Network } from '../network/network.js';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { NextHopDto } from './bag.dto.js';

interface Waiting {
  targetId: string;
  parcels: number;
}

/** Where bags leave to from an office: what lies there and is in no bag decides what comes first. */
@Injectable()
export class NextHops {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly network: Network,
  ) {}

  /** Those most parcels wait for come first, then the other ends of the office's transports, by code. @throws Problem `office.unknown` */
  async from(actor: Actor, office: string): Promise<NextHopDto[]> {
    const officeId = staffOffices(actor, 'clerk').find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    const waiting = await this.db.rows<Waiting>('postal.waiting-for-bags', WAITING, [officeId]);
    const counts = new Map<string, number>();
    for (const { targetId, parcels } of waiting) {
      // Where the network knows no way, a bag goes to the last office directly (bag-route.rules.ts).
      const next = (await this.network.nextHop(targetId, officeId)) ?? targetId;
      counts.set(next, (counts.get(next) ?? 0) + parcels);
    }
    return this.db.rows<NextHopDto>('postal.next-hops', HOPS, [
      officeId,
      localDay(this.clock.now()),
      [...counts.keys()],
      [...counts.values()],
    ]);
  }
}

const WAITING = `
  select target.id as "targetId", count(*)::int as parcels
    from postal.parcel_place place join postal.parcel on parcel.number = place.parcel_number
    cross join lateral (select case when state = 'returning' then origin_office_id else delivery_office_id end as id) target
   where place.office_id = $1 and target.id <> $1 and accepted_at is not null and state in ('accepted', 'in_transit', 'returning')
     and not exists (select from postal.bag_parcel where parcel_number = parcel.number and outcome is null)
   group by target.id`;
const HOPS = `
  select json_build_object('id', office.id, 'code', office.code, 'name', office.name) as office, coalesce(waiting.parcels, 0) as "waitingCount"
    from postal.office left join unnest($3::uuid[], $4::int[]) as waiting (id, parcels) on waiting.id = office.id
   where waiting.id is not null or office.id in (
     select to_office_id from postal.leg where from_office_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date))
   order by 2 desc, office.code`;
