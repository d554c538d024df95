import { Injectable } from '@nestjs/common';
import {
  Config,
  Database,
  OFFICE_ROLES,
  sql,
  StaffRegister,
  type Actor,
  type NewStaffMember,
  type OfficePost,
  type StaffMember,
} from '@choxa/platform';
import { isShared } from '../demo/demo-accounts.js';
import { identityProblem } from '../identity.problems.js';
import { Accounts } from './accounts.js';

/** Who works at which office: the grants of clerks and couriers. */
@Injectable()
export class OfficeStaff extends StaffRegister {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly config: Config,
  ) {
    super();
  }

  async at(officeIds: readonly string[], limit: number, after: (OfficePost & { name: string }) | null): Promise<StaffMember[]> {
    return sql<StaffMember>(this.db.read, AT, [
      [...officeIds],
      [...OFFICE_ROLES],
      after?.name ?? null,
      after?.accountId ?? null,
      after?.role ?? null,
      after?.officeId ?? null,
      limit,
    ]);
  }

  async assign(by: Actor, { phone, name, role, officeId, officeName }: NewStaffMember): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { id } = await this.accounts.ensure(tx, { phone, name });
      await this.accounts.grant(tx, by, id, { role, scopeKind: 'office', scopeId: officeId, label: officeName });
    });
  }

  /** @throws Problem `demo.shared` on one of the demo's accounts */
  async end(by: Actor, { accountId, role, officeId }: OfficePost): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const [holder] = await sql<{ phone: string }>(tx, HOLDER, [accountId, role, officeId]);
      if (!holder) return false;
      if (isShared(this.config, holder.phone)) throw identityProblem('demo.shared');
      await this.accounts.revoke(tx, by, accountId, { role, scopeKind: 'office', scopeId: officeId });
      return true;
    });
  }

  async managerPhones(operatorId: string): Promise<string[]> {
    const managers = await sql<{ phone: string }>(this.db.read, MANAGERS, [operatorId]);
    return managers.map(({ phone }) => phone);
  }
}

const AT = `
  select account.id as "accountId", name, phone, role, scope_id as "officeId", role_grant.created_at as since
    from identity.role_grant join identity.account on account.id = account_id
   where scope_kind = 'office' and scope_id = any($1::text[]) and role = any($2::text[]) and disabled_at is null
     and ($3::text is null or (name collate "vi-x-icu", account.id, role, scope_id) > ($3, $4::uuid, $5, $6))
   order by name collate "vi-x-icu", account.id, role, scope_id limit $7`;
const MANAGERS = `
  select phone from identity.role_grant join identity.account on account.id = account_id
   where role = 'postal_manager' and scope_kind = 'operator' and scope_id = $1 and disabled_at is null order by phone`;
const HOLDER = `
  select phone from identity.role_grant join identity.account on account.id = account_id
   where account_id = $1 and role = $2 and scope_kind = 'office' and scope_id = $3 for update of account`;
