import { Injectable } from '@nestjs/common';
import { Actor, Actors, Clock, Database, logger, type Acting, type Grant, type Role } from '@choxa/platform';
import { ACTOR_OF_API_KEY, type ActorOfKeyRow } from '../api-keys/actor-of-api-key.js';
import { hashToken, isStale, STAFF_ROLES } from './session.rules.js';

interface ActorRow {
  session_id: string;
  last_seen_at: Date;
  id: string;
  name: string;
  phone: string;
  grants: Grant[];
  acting: (Omit<Acting, 'endsAt'> & { endsAt: string }) | null;
  withheld: Role[];
  phone_proven_at: Date | null;
}

// One statement per request, so that nothing about a caller is ever remembered between two of them (promise 18).
// A session opened with the phone alone carries no role of staff: those wait for the second factor.
const ACTOR_OF_TOKEN = `
  select session.id as session_id, coalesce(session.last_seen_at, session.opened_at) as last_seen_at, account.id, account.name, account.phone,
    coalesce((
      select json_agg(json_build_object('role', role, 'scopeKind', scope_kind, 'scopeId', scope_id))
      from identity.role_grant
      where role_grant.account_id = account.id and (session.assurance = 'second-factor' or role <> all($3))
    ), '[]') as grants,
    case when session.assurance = 'second-factor' then '{}' else array(
      select distinct role from identity.role_grant where role_grant.account_id = account.id and role = any($3)
    ) end as withheld,
    case when session.assurance = 'phone' then session.opened_at end as phone_proven_at,
    (
      select json_build_object('householdId', household_id, 'householdName', household_name, 'delegationId', id, 'duties', duties, 'endsAt', ends_at)
      from identity.delegation
      where id = session.delegation_id and clerk_id = account.id and confirmed_at is not null and ended_at is null and ends_at > $2
    ) as acting
  from identity.session join identity.account on account.id = session.account_id
  where session.token_hash = $1 and session.revoked_at is null and session.expires_at > $2 and account.disabled_at is null`;

/** Knows callers by their session cookie or their API key. */
@Injectable()
export class SessionActors extends Actors {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async ofCookie(sessionToken: string): Promise<Actor | null> {
    const now = this.clock.now();
    const params = [hashToken(sessionToken), now, STAFF_ROLES];
    const [row] = await this.db.rows<ActorRow>('identity.actor_of_token', ACTOR_OF_TOKEN, params);
    if (!row) return null;
    if (isStale(row.last_seen_at, now)) await this.note('update identity.session set last_seen_at = $2 where id = $1', row.session_id, now);
    const limits = { withheld: row.withheld, ...(row.phone_proven_at ? { phoneProvenAt: row.phone_proven_at } : {}) };
    return new Actor(row.id, row.name, row.phone, row.grants, row.session_id, null, actingOf(row), limits);
  }

  async ofApiKey(key: string): Promise<Actor | null> {
    const now = this.clock.now();
    const [row] = await this.db.rows<ActorOfKeyRow>('identity.actor_of_api_key', ACTOR_OF_API_KEY, [hashToken(key), now]);
    if (!row) return null;
    if (!row.last_used_at || isStale(row.last_used_at, now))
      await this.note('update identity.api_key set last_used_at = $2 where id = $1', row.key_id, now);
    return new Actor(row.id, row.name, row.phone, row.grants, row.key_id, null, null, { policies: row.policies });
  }

  /** When something was last used is only told to its owner: no request fails for it. */
  private async note(update: string, id: string, now: Date): Promise<void> {
    await this.db.read.query(update, [id, now]).catch((error: unknown) => logger.warn({ err: error }, 'last use not noted'));
  }
}

/** Whoever is no clerk any more acts for nobody. */
function actingOf({ acting, grants }: ActorRow): Acting | null {
  return acting && grants.some(({ role }) => role === 'clerk') ? { ...acting, endsAt: new Date(acting.endsAt) } : null;
}
