import { Injectable } from '@nestjs/common';
import { Clock, Trail, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import type { RunDto, WaitingAreaDto } from './run.dto.js';

type Row = Omit<RunDto, 'startedAt' | 'endedAt' | 'mine'> & { startedAt: Date | null; endedAt: Date | null; courierId: string | null };

/** A round that ended about midnight is still looked at. */
const JUST_NOW_MS = 3_600_000;

/** The rounds of the offices the actor works for. */
@Injectable()
export class Runs {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Those of today, those still open and those that ended just now, whichever day they were of; the actor's own first. */
  async list(actor: Actor, office?: string): Promise<RunDto[]> {
    const now = this.clock.now();
    const justNow = new Date(now.getTime() - JUST_NOW_MS);
    const rows = await this.db.rows<Row>('postal.runs', LIST, [offices(actor, office), localDay(now), actor.accountId, justNow]);
    const [first] = rows;
    if (first) {
      const reading = {
        action: 'run.recipients-read',
        subjectKind: 'run',
        subjectId: first.id,
        details: { runs: rows.map(({ id }) => id) },
      };
      await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
    }
    return rows.map(({ courierId, ...run }) => ({
      ...run,
      mine: courierId === actor.accountId,
      startedAt: run.startedAt?.toISOString() ?? null,
      endedAt: run.endedAt?.toISOString() ?? null,
    }));
  }

  /** Where parcels wait for a round, most first. */
  async waiting(actor: Actor, office?: string): Promise<WaitingAreaDto[]> {
    return this.db.rows<WaitingAreaDto>('postal.run-areas', AREAS, [offices(actor, office)]);
  }
}

function offices(actor: Actor, office?: string): string[] {
  const own = staffOffices(actor);
  return office ? own.filter((id) => id === office.toLowerCase()) : own;
}

const LIST = `
  select run.id, run.office_id as "officeId", run.name, run.day::text, run.state, run.courier_id as "courierId", run.started_at as "startedAt",
    run.ended_at as "endedAt",
    coalesce(sum(parcel.cod_vnd) filter (where stop.open and parcel.outcome is null), 0)::bigint as "toCollectVnd",
    coalesce(json_agg(json_build_object('place', stop.place, 'number', parcel.number, 'state', parcel.state,
      'recipientName', parcel.recipient_name, 'recipientPhone', parcel.recipient_phone, 'address', parcel.recipient_street,
      'communeName', parcel.recipient_commune_name, 'deliverTo', parcel.deliver_to, 'codVnd', parcel.cod_vnd,
      'inspection', parcel.inspection,
      'deliveryPlace', parcel.delivery_place, 'point', case when parcel.recipient_latitude is not null then
        json_build_object('latitude', parcel.recipient_latitude, 'longitude', parcel.recipient_longitude) end) order by stop.place, parcel.number)
      filter (where parcel.number is not null), '[]') as stops
  from postal.run left join postal.run_stop stop on stop.run_id = run.id left join postal.parcel on parcel.number = stop.parcel_number
  where run.office_id = any($1::uuid[]) and (run.day = $2 or run.state <> 'ended' or run.ended_at > $4)
  group by run.id order by (run.courier_id is not distinct from $3 and run.state = 'started') desc, (run.state = 'ended'), run.made_at, run.id limit 50`;

const AREAS = `
  select recipient_commune_code as "communeCode", min(recipient_commune_name) as "communeName", count(*)::int as parcels from postal.parcel
   where delivery_office_id = any($1::uuid[]) and current_office_id = delivery_office_id
     and state in ('accepted', 'at_delivery_office', 'held', 'attempt_failed') and deliver_to = 'address'
     and not exists (select from postal.run_stop where parcel_number = parcel.number and open)
   group by 1 order by 3 desc, 1 limit 200`;
