import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A role over things of one kind. */
export interface Roles {
  role: string;
  scopeKind: string;
  scopeIds: string[];
}

/** Signs a new person with these roles in, with a second factor; the cookie of the session. */
export async function signedIn(client: pg.Client, { role, scopeKind, scopeIds }: Roles): Promise<string> {
  const account = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await client.query('insert into identity.account (id, phone, name, created_at) values ($1, $2, $3, now())', [
    account,
    `+84500${String(randomInt(1e6)).padStart(6, '0')}`,
    'Đo tốc độ',
  ]);
  await client.query(
    `insert into identity.role_grant (account_id, role, scope_kind, scope_id, created_at)
     select distinct $1::uuid, $2, $3, scope_id, now() from unnest($4::text[]) scope_id`,
    [account, role, scopeKind, scopeIds],
  );
  await client.query(
    `insert into identity.session (id, account_id, token_hash, assurance, opened_at, expires_at)
     values ($1, $2, $3, 'second-factor', now(), now() + interval '1 day')`,
    [randomUUID(), account, createHash('sha256').update(token).digest('hex')],
  );
  return `phien=${token}`;
}
