import type { Grant } from '@choxa/platform';

export interface ActorOfKeyRow {
  key_id: string;
  last_used_at: Date | null;
  policies: string[];
  id: string;
  name: string;
  phone: string;
  grants: Grant[];
}

/** One statement, like that of a session. A grant counts while both the key and its account hold it: a right the account loses is lost to the key. */
export const ACTOR_OF_API_KEY = `
  select api_key.id as key_id, api_key.last_used_at, api_key.policies, account.id, account.name, account.phone,
    coalesce((
      select json_agg(json_build_object('role', role, 'scopeKind', scope_kind, 'scopeId', scope_id))
      from identity.api_key_grant join identity.role_grant using (role, scope_kind, scope_id)
      where key_id = api_key.id and role_grant.account_id = account.id
    ), '[]') as grants
  from identity.api_key join identity.account on account.id = api_key.account_id
  where api_key.key_hash = $1 and api_key.revoked_at is null and api_key.expires_at > $2 and account.disabled_at is null`;
