import { sql, type Actor, type Grant, type Role } from '@choxa/platform';
import { anActor, type World } from '@choxa/testing';

export const grant = (role: Role, scopeKind: Grant['scopeKind'], scopeId: string): Grant => ({ role, scopeKind, scopeId });

/** Somebody with exactly these rights, known to the database as an account with a session. */
export async function account(world: World, name: string, grants: Grant[]): Promise<Actor> {
  const actor = anActor(...grants);
  const [phone, now] = [`+84${phoneOf(actor).slice(1)}`, world.clock.now()];
  Object.assign(actor, { phone, name });
  await sql(world.db.read, 'insert into identity.account (id, phone, name, created_at) values ($1, $2, $3, $4)', [
    actor.accountId,
    phone,
    name,
    now,
  ]);
  await sql(
    world.db.read,
    `insert into identity.session (id, account_id, token_hash, opened_at, expires_at) values ($1::uuid, $2, $1::uuid::text, $3::timestamptz, $3::timestamptz + interval '90 days')`,
    [actor.sessionId, actor.accountId, now],
  );
  for (const { role, scopeKind, scopeId } of grants)
    await sql(
      world.db.read,
      'insert into identity.role_grant (account_id, role, scope_kind, scope_id, created_at) values ($1, $2, $3, $4, $5)',
      [actor.accountId, role, scopeKind, scopeId, now],
    );
  return actor;
}

const phones = new Map<string, string>();
/** The telephone somebody signs in with, as people write it. */
export function phoneOf({ accountId }: Actor): string {
  if (!phones.has(accountId)) phones.set(accountId, `05001${String(phones.size).padStart(5, '0')}`);
  return phones.get(accountId)!;
}
