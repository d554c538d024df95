import { sql, type Grant, type Tx } from '@choxa/platform';

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  policies: string[];
  /** With the name of the thing, while the account holds them; a lost one is left out. */
  grants: (Grant & { label: string | null })[];
  createdAt: Date;
  expiresAt: Date;
  /** To the hour. */
  lastUsedAt: Date | null;
}

/** The keys of an account that work at `now`, the newest first. */
export async function apiKeysOf(tx: Tx, accountId: string, now: Date): Promise<ApiKey[]> {
  return sql<ApiKey>(
    tx,
    `select id, name, prefix, policies, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt",
       coalesce((
         select json_agg(json_build_object('role', role, 'scopeKind', scope_kind, 'scopeId', scope_id, 'label', label) order by role, label, scope_id)
         from identity.api_key_grant join identity.role_grant using (role, scope_kind, scope_id)
         where key_id = api_key.id and role_grant.account_id = api_key.account_id
       ), '[]') as grants
     from identity.api_key where account_id = $1 and revoked_at is null and expires_at > $2
     order by created_at desc, id`,
    [accountId, now],
  );
}
