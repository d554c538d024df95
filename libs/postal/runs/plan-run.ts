import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { lockRun, putStops, sortedStops } from './run-stops.js';

export interface RunPlan {
  /** One of the actor's offices. */
  officeId: string;
  name: string;
  /** Parcels by hand. */
  parcels: string[];
  /** Areas: every parcel that waits for a round in these communes. */
  communes: string[];
}

/** Plans a round at a delivery office, and rearranges one. */
@Injectable()
export class PlanRun {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Answers the round's id; its stops stand in a good sequence. @throws Problem `run.unknown` for an office of others, `run.empty`, `run.not-ready`, `run.parcel-elsewhere` */
  async run(actor: Actor, { officeId, name, parcels, communes }: RunPlan): Promise<string> {
    if (!staffOffices(actor).includes(officeId)) throw postalProblem('run.unknown');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const byHand = await this.ready(tx, officeId, parcels.map(readParcelNumber));
      const numbers = [...new Set([...byHand, ...(await waitingIn(tx, officeId, communes))])];
      if (!numbers.length) throw postalProblem('run.empty');
      const id = randomUUID();
      await sql(
        tx,
        `insert into postal.run (id, office_id, name, day, state, made_by, made_at) values ($1, $2, $3, $4, 'planned', $5, $6)`,
        [id, officeId, name, localDay(now), actor.accountId, now],
      );
      await putStops(tx, id, await sortedStops(tx, officeId, numbers));
      await this.trail.record(tx, actor, {
        action: 'run.planned',
        subjectKind: 'run',
        subjectId: id,
        details: { parcels: numbers.length },
      });
      return id;
    });
  }

  /** Gives a planned round these stops in this sequence, or in a good one. @throws Problem `run.unknown`, `run.state`, `run.not-ready`, `run.empty` */
  async arrange(actor: Actor, id: string, parcels: string[], sorted: boolean): Promise<void> {
    await this.db.transaction(async (tx) => {
      const run = await lockRun(tx, actor, id);
      if (run.state === 'ended') throw postalProblem('run.state');
      const numbers = [...new Set(parcels.map(readParcelNumber))];
      if (!numbers.length) throw postalProblem('run.empty');
      // What is on its way already only changes its place.
      if (run.state === 'planned') await this.ready(tx, run.officeId, numbers);
      else await sameParcels(tx, id, numbers);
      await putStops(tx, id, sorted ? await sortedStops(tx, run.officeId, numbers) : numbers);
    });
  }

  /** Those that lie at the office and may go out. @throws Problem `run.not-ready` naming the others */
  private async ready(tx: Tx, officeId: string, numbers: string[]): Promise<string[]> {
    const found = await sql<{ number: string }>(
      tx,
      `select number from postal.parcel where number = any($1::text[]) and ${READY} order by number for update`,
      [numbers, officeId],
    );
    const known = new Set(found.map(({ number }) => number));
    const missing = numbers.filter((number) => !known.has(number));
    if (missing.length) throw postalProblem('run.not-ready', { detail: missing.join(', ') });
    return numbers;
  }
}

/** Lies at the office `$2` and may be brought to its recipient. */
const READY = `delivery_office_id = $2 and current_office_id = $2 and state in ('accepted', 'at_delivery_office', 'held', 'attempt_failed')`;

async function waitingIn(tx: Tx, officeId: string, communes: string[]): Promise<string[]> {
  const rows = await sql<{ number: string }>(
    tx,
    `select number from postal.parcel where recipient_commune_code = any($1::text[]) and ${READY} and deliver_to = 'address'
       and not exists (select from postal.run_stop where parcel_number = parcel.number and open) order by number for update`,
    [communes, officeId],
  );
  return rows.map(({ number }) => number);
}

async function sameParcels(tx: Tx, runId: string, numbers: string[]): Promise<void> {
  const [row] = await sql<{ same: boolean }>(
    tx,
    `select coalesce(array_agg(parcel_number order by parcel_number), '{}') = (select array_agg(one order by one) from unnest($2::text[]) as one) as same
       from postal.run_stop where run_id = $1`,
    [runId, numbers],
  );
  if (!row!.same) throw postalProblem('run.state');
}
