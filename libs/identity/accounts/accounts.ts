import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Grant, type TrailActor, type Tx } from '@choxa/platform';

export interface Account {
  id: string;
  /** E.164. */
  phone: string;
  /** Empty until somebody gives one. */
  name: string;
}

/** A grant as it is given: `label` is the name of the thing, shown to its holder. */
export interface NewGrant extends Grant {
  label?: string;
}

/** Accounts and their roles, for the libs that make people responsible for things. */
@Injectable()
export class Accounts {
  constructor(
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The account of `phone` (E.164), made when there is none. A name is only taken where the account has none yet. */
  async ensure(tx: Tx, { phone, name = '' }: { phone: string; name?: string }): Promise<Account> {
    const [account] = await sql<Account>(
      tx,
      `insert into identity.account (id, phone, name, created_at) values ($1, $2, $3, $4)
       on conflict on constraint account_phone
       do update set name = case when account.name = '' then excluded.name else account.name end
       returning id, phone, name`,
      [randomUUID(), phone, name, this.clock.now()],
    );
    return account!;
  }

  /** The account of `phone` (E.164), or null. */
  async byPhone(tx: Tx, phone: string): Promise<Account | null> {
    const [account] = await sql<Account>(tx, 'select id, phone, name from identity.account where phone = $1', [phone]);
    return account ?? null;
  }

  /** Those of `ids` that exist, longest known first. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Account[]> {
    return sql<Account>(tx, 'select id, phone, name from identity.account where id = any($1::uuid[]) order by created_at, id', [[...ids]]);
  }

  /** Pseudonyms of the devices on which any of `ids` has signed in, as far as their sessions are still known. */
  async devicesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const rows = await sql<{ hash: string }>(
      tx,
      'select distinct device_hash as hash from identity.session where account_id = any($1::uuid[]) and device_hash is not null order by 1',
      [[...ids]],
    );
    return rows.map(({ hash }) => hash);
  }

  /** Gives a role over one thing, `by` whom the trail says; again with another label renames it. It counts from the holder's next request on. */
  async grant(tx: Tx, by: TrailActor, accountId: string, { role, scopeKind, scopeId, label }: NewGrant): Promise<void> {
    const [given] = await sql<{ fresh: boolean }>(
      tx,
      `insert into identity.role_grant (account_id, role, scope_kind, scope_id, label, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (account_id, role, scope_kind, scope_id) do update set label = coalesce(excluded.label, role_grant.label)
       returning xmax = 0 as fresh`,
      [accountId, role, scopeKind, scopeId, label ?? null, this.clock.now()],
    );
    if (given!.fresh) await this.record(tx, by, 'role.granted', accountId, { role, scopeKind, scopeId });
  }

  /** Takes a role away. It is gone on the holder's next request; taking what is not there does nothing. */
  async revoke(tx: Tx, by: TrailActor, accountId: string, { role, scopeKind, scopeId }: Grant): Promise<void> {
    const gone = await sql(
      tx,
      'delete from identity.role_grant where account_id = $1 and role = $2 and scope_kind = $3 and scope_id = $4 returning 1 as one',
      [accountId, role, scopeKind, scopeId],
    );
    if (gone.length) await this.record(tx, by, 'role.revoked', accountId, { role, scopeKind, scopeId });
  }

  private async record(tx: Tx, by: TrailActor, action: string, accountId: string, details: object): Promise<void> {
    await this.trail.record(tx, by, { action, subjectKind: 'account', subjectId: accountId, details: { ...details } });
  }
}
