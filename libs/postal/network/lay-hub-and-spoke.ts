import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { afterCommit, Clock, sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { hubAndSpokeLegs, nearestHub, type NewLeg, type SpokeOffice } from './hub-and-spoke.rules.js';
import { Network } from './network.js';

export interface HubAndSpoke {
  operatorId: string;
  /** Hubs that serve a region; every other hub serves its province. */
  regionHubIds: string[];
  /** `YYYY-MM-DD`, today or later: from then on it is the operator's network. */
  validFrom: string;
}

/** Lays an operator's whole network anew from a day on: every leg there is ends then. */
@Injectable()
export class LayHubAndSpoke {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly trail: Trail,
    private readonly network: Network,
  ) {}

  /** Number of legs laid. The caller has checked that the operator is the actor's. @throws Problem `day.past`, `hub.unknown` */
  async run(actor: TrailActor, { operatorId, regionHubIds, validFrom }: HubAndSpoke): Promise<number> {
    if (validFrom < localDay(this.clock.now())) throw postalProblem('day.past');
    return this.db.transaction(async (tx) => {
      const offices = await openOffices(tx, operatorId, validFrom);
      const hubs = offices.filter(({ id, kind }) => kind === 'hub' && regionHubIds.includes(id));
      if (!hubs.length || hubs.length < new Set(regionHubIds).size) throw postalProblem('hub.unknown');
      const hubOfProvince = new Map(hubs.map(({ id, provinceCode }) => [provinceCode, id]));
      const legs = hubAndSpokeLegs(
        offices,
        hubs.map(({ id }) => id),
        (province) => nearestHub(province, hubOfProvince, (code) => this.places.neighbours(code)),
      );
      await sql(
        tx,
        `update postal.leg set valid_to = greatest(valid_from, $2::date)
         where operator_id = $1 and (valid_to is null or valid_to > greatest(valid_from, $2::date))`,
        [operatorId, validFrom],
      );
      await insertLegs(tx, operatorId, legs, validFrom);
      const details = { legs: legs.length, regionHubs: hubs.length, validFrom };
      await this.trail.record(tx, actor, { action: 'network.laid', subjectKind: 'operator', subjectId: operatorId, details });
      afterCommit(tx, () => this.network.forget());
      return legs.length;
    });
  }
}

async function openOffices(tx: Tx, operatorId: string, day: string): Promise<SpokeOffice[]> {
  return sql<SpokeOffice>(
    tx,
    `select id, kind, province_code as "provinceCode" from postal.office
     where operator_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by code`,
    [operatorId, day],
  );
}

/** Adds legs of an operator that run from a day on. */
export async function insertLegs(tx: Tx, operatorId: string, legs: readonly NewLeg[], validFrom: string): Promise<void> {
  await sql(
    tx,
    `insert into postal.leg (id, operator_id, from_office_id, to_office_id, departs, travel_minutes, cut_off_minutes, valid_from)
     select id, $1, "fromOfficeId", "toOfficeId", departs, "travelMinutes", "cutOffMinutes", $3
     from jsonb_to_recordset($2::jsonb)
       as given (id uuid, "fromOfficeId" uuid, "toOfficeId" uuid, departs text[], "travelMinutes" int, "cutOffMinutes" int)`,
    [operatorId, JSON.stringify(legs.map((leg) => ({ id: randomUUID(), ...leg }))), validFrom],
  );
}
