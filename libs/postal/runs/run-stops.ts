import { sql, violates, type Actor, type Tx } from '@choxa/platform';
import type { Point } from '../delivery/points.rules.js';
import { staffOffices } from '../offices/offices.query.js';
import { postalProblem } from '../postal.problems.js';
import type { RunState } from './run.entity.js';
import { sequenceStops, type Stop } from './stops.rules.js';

export interface LockedRun {
  id: string;
  officeId: string;
  state: RunState;
  courierId: string | null;
}

/** A round of one of the actor's offices. @throws Problem `run.unknown` */
export async function lockRun(tx: Tx, actor: Actor, id: string): Promise<LockedRun> {
  const [run] = await sql<LockedRun>(
    tx,
    `select id, office_id as "officeId", state, courier_id as "courierId" from postal.run where id = $1 and office_id = any($2::uuid[]) for update`,
    [id, staffOffices(actor)],
  );
  if (!run) throw postalProblem('run.unknown');
  return run;
}

/** Numbers of the round's parcels, in their sequence. */
export async function stopsOf(tx: Tx, runId: string): Promise<string[]> {
  const rows = await sql<{ number: string }>(
    tx,
    'select parcel_number as number from postal.run_stop where run_id = $1 order by place, parcel_number',
    [runId],
  );
  return rows.map(({ number }) => number);
}

/** Replaces the stops of a round by these, in this sequence. @throws Problem `run.parcel-elsewhere` when one is on another round */
export async function putStops(tx: Tx, runId: string, numbers: readonly string[]): Promise<void> {
  await sql(tx, 'delete from postal.run_stop where run_id = $1', [runId]);
  try {
    await sql(
      tx,
      `insert into postal.run_stop (run_id, parcel_number, place, open)
       select $1, number, place, true from unnest($2::text[]) with ordinality as given(number, place)`,
      [runId, numbers],
    );
  } catch (error) {
    throw violates(error, 'run_stop_once') ? postalProblem('run.parcel-elsewhere') : error;
  }
}

/**
 * The parcels in a good sequence from the office. Where a recipient gave no point, the middle of what was delivered in the commune before stands
 * for it.
 */
export async function sortedStops(tx: Tx, officeId: string, numbers: readonly string[]): Promise<string[]> {
  const [office] = await sql<{ point: Point | null }>(
    tx,
    `select case when latitude is not null then json_build_object('latitude', latitude, 'longitude', longitude) end as point
       from postal.office where id = $1`,
    [officeId],
  );
  return sequenceStops(office!.point, await sql<Stop>(tx, STOPS, [numbers]));
}

const STOPS = `
  select number, recipient_commune_code as "communeCode",
    case when recipient_latitude is not null
      then json_build_object('latitude', recipient_latitude, 'longitude', recipient_longitude) else middle.point end as point
  from postal.parcel left join lateral (
    select json_build_object('latitude', avg(seen.latitude), 'longitude', avg(seen.longitude)) as point from (
      select proof.latitude, proof.longitude from postal.proof join postal.parcel other on other.number = proof.parcel_number
       where proof.office_id = parcel.delivery_office_id and proof.latitude is not null
         and other.recipient_commune_code = parcel.recipient_commune_code
       order by proof.delivered_at desc limit 50) seen having count(*) > 0) middle on true
  where number = any($1::text[])`;
