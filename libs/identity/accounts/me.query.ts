import { sql, type Grant, type Tx } from '@choxa/platform';
import type { Account } from './accounts.js';

export interface Me extends Account {
  hasSecondFactor: boolean;
  /** All of the account's, also those that a session does not carry. */
  grants: (Grant & { label: string | null })[];
}

/** An account with its labelled grants; undefined where there is none. */
export async function readMe(tx: Tx, accountId: string): Promise<Me | undefined> {
  const [me] = await sql<Me>(
    tx,
    `select id, phone, name,
       exists (select from identity.second_factor where account_id = account.id) as "hasSecondFactor",
       coalesce((
         select json_agg(json_build_object('role', role, 'scopeKind', scope_kind, 'scopeId', scope_id, 'label', label) order by created_at, label, scope_id)
         from identity.role_grant where account_id = account.id
       ), '[]') as grants
     from identity.account where id = $1`,
    [accountId],
  );
  return me;
}
