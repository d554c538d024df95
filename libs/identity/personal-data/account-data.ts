import { Clock, HoldsPersonalData, Notify, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';
import { consentHistory } from '../consents/own-consents.query.js';
import { STAFF_ROLES } from '../sessions/session.rules.js';
import { forgetCredentials } from './forget-credentials.js';

/** What identity knows of a person: the account, its rights, devices, answers and messages. */
@HoldsPersonalData()
export class AccountData implements PersonalDataHolder {
  readonly part = 'account';

  constructor(
    private readonly clock: Clock,
    private readonly notify: Notify,
  ) {}

  async read(tx: Tx, { accountId, phone }: Person): Promise<object> {
    const [account] = await sql(tx, 'select id, phone, name, created_at as "createdAt" from identity.account where id = $1', [accountId]);
    return {
      ...account,
      roles: await sql(tx, ROLES, [accountId]),
      devices: await sql(tx, DEVICES, [accountId]),
      apiKeys: await sql(tx, API_KEYS, [accountId]),
      delegations: await sql(tx, DELEGATIONS, [accountId]),
      consents: await consentHistory(tx, accountId),
      deletionRequests: await sql(tx, REQUESTS, [accountId]),
      messages: await this.notify.sentTo(tx, phone),
      notices: await this.notify.settingsOf(tx, phone),
    };
  }

  async obstacles(tx: Tx, { accountId }: Person): Promise<Obstacle[]> {
    const roles = await sql<{ role: string; label: string | null }>(
      tx,
      'select role, label from identity.role_grant where account_id = $1 and role = any($2) order by role, label',
      [accountId, STAFF_ROLES],
    );
    return roles.map(({ role, label }) => ({
      kind: 'staff-role',
      vi: `Tài khoản còn quyền công vụ ở ${label ?? role}; xin nơi làm việc thu hồi trước`,
      en: `The account still works for ${label ?? role}; the employer has to end that first`,
    }));
  }

  /** The row stays, empty, for what points at it; the phone is free for a new account. */
  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    await forgetCredentials(tx, { accountId, phone });
    await tx.query('delete from identity.role_grant where account_id = $1', [accountId]);
    await tx.query(
      `update identity.delegation set household_name = '', ended_at = coalesce(ended_at, $2), ended_by = coalesce(ended_by, $1) where member_id = $1`,
      [accountId, this.clock.now()],
    );
    await this.notify.forget(tx, phone);
    await tx.query(`update identity.account set phone = 'erased:' || id, name = '', disabled_at = $2, erased_at = $2 where id = $1`, [
      accountId,
      this.clock.now(),
    ]);
  }
}

const ROLES = `
  select role, scope_kind as "scopeKind", scope_id as "scopeId", label, created_at as "since"
    from identity.role_grant where account_id = $1 order by created_at, role, scope_id`;

const DEVICES = `
  select user_agent as "userAgent", opened_at as "openedAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", revoked_at as "revokedAt" from identity.session where account_id = $1 order by opened_at, id`;

const API_KEYS = `
  select name, prefix, policies, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
    from identity.api_key where account_id = $1 order by created_at, id`;

const DELEGATIONS = `
  select household_name as "household", duties, asked_at as "askedAt", confirmed_at as "confirmedAt", ends_at as "endsAt", ended_at as "endedAt"
    from identity.delegation where member_id = $1 or clerk_id = $1 order by asked_at, id`;

const REQUESTS = `
  select state, requested_at as "requestedAt", due_on::text as "dueOn", closed_at as "closedAt"
    from identity.deletion_request where account_id = $1 order by requested_at, id`;
