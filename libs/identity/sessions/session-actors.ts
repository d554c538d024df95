import { Injectable } from '@nestjs/common';
import { Actor, Actors, Clock, Database, type Acting, type Grant } from '@choxa/platform';
import { hashToken } from './session.rules.js';

interface ActorRow {
  session_id: string;
  id: string;
  name: string;
  phone: string;
  grants: Grant[];
  acting: (Omit<Acting, 'endsAt'> & { endsAt: string }) | null;
}

// One statement per request, so that nothing about a caller is ever remembered between two of them (promise 18).
const ACTOR_OF_TOKEN = `
  select session.id as session_id, account.id, account.name, account.phone,
    coalesce((
      select json_agg(json_build_object('role', role, 'scopeKind', scope_kind, 'scopeId', scope_id))
      from identity.role_grant where role_grant.account_id = account.id
    ), '[]') as grants,
    (
      select json_build_object('householdId', household_id, 'householdName', household_name, 'delegationId', id, 'duties', duties, 'endsAt', ends_at)
      from identity.delegation
      where id = session.delegation_id and clerk_id = account.id and confirmed_at is not null and ended_at is null and ends_at > $2
    ) as acting
  from identity.session join identity.account on account.id = session.account_id
  where session.token_hash = $1 and session.revoked_at is null and session.expires_at > $2 and account.disabled_at is null`;

/** Knows callers by their session cookie. */
@Injectable()
export class SessionActors extends Actors {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async ofCookie(sessionToken: string): Promise<Actor | null> {
    const [row] = await this.db.rows<ActorRow>('identity.actor_of_token', ACTOR_OF_TOKEN, [hashToken(sessionToken), this.clock.now()]);
    return row ? new Actor(row.id, row.name, row.phone, row.grants, row.session_id, null, actingOf(row)) : null;
  }
}

/** Whoever is no clerk any more acts for nobody. */
function actingOf({ acting, grants }: ActorRow): Acting | null {
  return acting && grants.some(({ role }) => role === 'clerk') ? { ...acting, endsAt: new Date(acting.endsAt) } : null;
}
