import { fold, parseContactPhone } from '@choxa/standards';
import { decodeCursor, DEFAULT_LIMIT, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { reviewScope } from '../households/household.rules.js';

export interface TrainingSession {
  id: string;
  heldOn: string;
  topic: string;
  place: string;
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  /** Households that were there. */
  attended: number;
}

export interface TrainedHousehold {
  id: string;
  name: string;
  communeName: string | null;
  phone: string | null;
  attended: boolean;
}

/** Sessions of the actor's places, newest first; one more than `limit`. */
export async function trainingSessions(
  tx: Tx,
  actor: Actor,
  { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string },
): Promise<TrainingSession[]> {
  const [heldOn, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
  return sql<TrainingSession>(
    tx,
    `${SESSIONS} where ${inScope('session')} and ($4::date is null or (held_on, id) < ($4, $5::uuid)) order by held_on desc, id desc limit $6`,
    [...scopeOf(actor), heldOn, id, limit + 1],
  );
}

/** One session of the actor's places. Throws `not-found`. */
export async function trainingSession(tx: Tx, actor: Actor, id: string): Promise<TrainingSession> {
  const [session] = await sql<TrainingSession>(tx, `${SESSIONS} where ${inScope('session')} and id = $4`, [...scopeOf(actor), id]);
  if (!session) throw platformProblem('not-found');
  return session;
}

/** Households of the actor's places: those that were at the session, or those a name or phone finds, marked when they were there. */
export async function householdsForSession(tx: Tx, actor: Actor, sessionId: string, q: string | undefined): Promise<TrainedHousehold[]> {
  const phone = q ? parseContactPhone(q) : null;
  return sql<TrainedHousehold>(
    tx,
    `select household.id, name, commune_name as "communeName", household.phone, attendance.id is not null as attended
       from households.household
       left join households.attendance on household_id = household.id and session_id = $4 and withdrawn_at is null
      where ${inScope('household')}
        and case when $5::text is null then attendance.id is not null
                 else phone = $6 or ($5 <> '' and position($5 in name_key) > 0) end
      order by attended desc, name, household.id limit 100`,
    [...scopeOf(actor), sessionId, q === undefined ? null : fold(q), phone?.ok ? phone.e164 : null],
  );
}

/** SQL that leaves only rows of the places in `$1` (nation), `$2` (provinces), `$3` (communes). */
function inScope(table: 'session' | 'household'): string {
  return `($1 or ${table}.province_code = any($2) or ${table}.commune_code = any($3))`;
}

function scopeOf(actor: Actor): [boolean, string[], string[]] {
  const { nation, provinceCodes, communeCodes } = reviewScope(actor);
  return [nation, provinceCodes, communeCodes];
}

const SESSIONS = `
  select id, held_on::text as "heldOn", topic, place, commune_code as "communeCode", commune_name as "communeName",
         province_code as "provinceCode", province_name as "provinceName",
         (select count(*)::int from households.attendance where session_id = session.id and withdrawn_at is null) as attended
    from households.training_session session`;
