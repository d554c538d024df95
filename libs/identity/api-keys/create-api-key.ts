import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type FieldError, type Grant, type Tx } from '@choxa/platform';
import { identityProblem } from '../identity.problems.js';
import { hashToken } from '../sessions/session.rules.js';
import { MAX_KEYS, newApiKey, policiesForKey } from './api-key.rules.js';
import { apiKeysOf, type ApiKey } from './api-keys.query.js';

const DAY_MS = 24 * 60 * 60_000;

export interface NewApiKey {
  name: string;
  grants: Grant[];
  policies: string[];
  /** It ends so many days from now. */
  days: number;
}

/** Makes a key for a program. Nobody gives a key what they do not have in this session themselves. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The whole key, to be shown this once. Throws `request.invalid` for rights beyond the actor's, or `key.too-many`. */
  async run(actor: Actor, { name, grants, policies, days }: NewApiKey): Promise<{ key: string; apiKey: ApiKey }> {
    requireOwnRights(actor, grants, policies);
    const now = this.clock.now();
    const { key, prefix } = newApiKey();
    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + days * DAY_MS);
    return this.db.transaction(async (tx) => {
      await requireRoom(tx, actor.accountId, now);
      await tx.query(
        `insert into identity.api_key (id, account_id, name, prefix, key_hash, policies, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, actor.accountId, name, prefix, hashToken(key), [...new Set(policies)], now, expiresAt],
      );
      for (const { role, scopeKind, scopeId } of grants)
        await tx.query(
          'insert into identity.api_key_grant (key_id, role, scope_kind, scope_id) values ($1, $2, $3, $4) on conflict do nothing',
          [id, role, scopeKind, scopeId],
        );
      const details = { policies, grants, expiresAt };
      await this.trail.record(tx, actor, { action: 'api-key.created', subjectKind: 'api-key', subjectId: id, details });
      const apiKey = (await apiKeysOf(tx, actor.accountId, now)).find((one) => one.id === id);
      return { key, apiKey: apiKey! };
    });
  }
}

function requireOwnRights(actor: Actor, grants: Grant[], policies: string[]): void {
  const errors: FieldError[] = [];
  const beyond = (pointer: string) =>
    errors.push({ pointer, code: 'key.beyond-rights', detail: 'Tài khoản không có quyền này. / The account does not have this right.' });
  grants.forEach(({ role, scopeKind, scopeId }, i) => {
    if (!actor.grants.some((own) => own.role === role && own.scopeKind === scopeKind && own.scopeId === scopeId)) beyond(`/grants/${i}`);
  });
  const possible = policiesForKey(grants);
  policies.forEach((policy, i) => {
    if (!possible.includes(policy)) beyond(`/policies/${i}`);
  });
  if (errors.length) throw platformProblem('request.invalid', { errors });
}

/** The account's row is locked, or two rivals would both see room for the last one. */
async function requireRoom(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.query('select id from identity.account where id = $1 for update', [accountId]);
  const [row] = await sql<{ count: number }>(
    tx,
    'select count(*)::int as count from identity.api_key where account_id = $1 and revoked_at is null and expires_at > $2',
    [accountId, now],
  );
  if (row!.count >= MAX_KEYS) throw identityProblem('key.too-many');
}
