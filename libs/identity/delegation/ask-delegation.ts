import { Injectable } from '@nestjs/common';
import { Database, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { identityProblem } from '../identity.problems.js';
import { SendCode } from '../one-time-codes/send-code.js';
import type { DelegationEntity } from './delegation.entity.js';
import { delegationMessage } from './delegation.rules.js';
import { NewDelegation, type DelegationTerms } from './new-delegation.js';

/** A delegation waits for the code sent to the household's phone. */
export interface AskedDelegation {
  id: string;
  householdName: string;
  clerkName: string;
  codeExpiresAt: Date;
}

interface Person {
  id: string;
  name: string;
  phone: string;
}

/** Asks a household's phone whether a clerk may act for it: the household itself does, or the clerk at the counter. */
@Injectable()
export class AskDelegation {
  constructor(
    private readonly db: Database,
    private readonly newDelegation: NewDelegation,
    private readonly sendCode: SendCode,
  ) {}

  /**
   * The household names the clerk by phone (E.164). The code goes to the member who asks. Throws `delegation.clerk-unknown`, `not-found` for
   * another's household, `code.*` past the send limits.
   */
  async byHousehold(actor: Actor, input: DelegationTerms & { householdId: string; clerkPhone: string }): Promise<AskedDelegation> {
    return this.db.transaction(async (tx) => {
      if (!actor.scope('household', 'household').includes(input.householdId)) throw platformProblem('not-found');
      const clerk = await this.clerk(tx, 'phone', input.clerkPhone);
      if (!clerk || clerk.id === actor.accountId)
        throw identityProblem('delegation.clerk-unknown', {
          errors: [{ pointer: '/clerkPhone', code: 'delegation.clerk-unknown', detail: input.clerkPhone }],
        });
      const [household] = await this.householdsOf(tx, actor.accountId, input.householdId);
      const member = { id: actor.accountId, name: actor.name, phone: actor.phone };
      return this.send(
        tx,
        await this.newDelegation.ask(tx, actor, { clerkId: clerk.id, member, household: household! }, input),
        clerk,
        member,
      );
    });
  }

  /**
   * The clerk names a member of the household by phone (E.164). Throws `delegation.household-unknown`, `delegation.choose-household` naming
   * the households of somebody with several, `code.*` past the send limits.
   */
  async byClerk(actor: Actor, input: DelegationTerms & { memberPhone: string; householdId?: string | null }): Promise<AskedDelegation> {
    return this.db.transaction(async (tx) => {
      const [member] = await sql<Person>(tx, 'select id, name, phone from identity.account where phone = $1 and disabled_at is null', [
        input.memberPhone,
      ]);
      const households = member && member.id !== actor.accountId ? await this.householdsOf(tx, member.id, input.householdId) : [];
      if (!member || !households.length) throw identityProblem('delegation.household-unknown');
      if (households.length > 1)
        throw identityProblem('delegation.choose-household', {
          errors: households.map(({ id, name }) => ({ pointer: '/householdId', code: id, detail: name })),
        });
      const clerk = (await this.clerk(tx, 'id', actor.accountId))!;
      return this.send(
        tx,
        await this.newDelegation.ask(tx, actor, { clerkId: clerk.id, member, household: households[0]! }, input),
        clerk,
        member,
      );
    });
  }

  private async send(tx: Tx, delegation: DelegationEntity, clerk: Person, member: Person): Promise<AskedDelegation> {
    const { id, householdName, duties } = delegation;
    const codeExpiresAt = await this.sendCode.run(tx, {
      phone: member.phone,
      purpose: `delegation ${id}`,
      text: (code) => delegationMessage(code, clerk.name, duties),
    });
    return { id, householdName, clerkName: clerk.name, codeExpiresAt };
  }

  private async clerk(tx: Tx, key: 'id' | 'phone', value: string): Promise<Person | undefined> {
    const [clerk] = await sql<Person>(
      tx,
      `select id, name, phone from identity.account
        where ${key} = $1 and disabled_at is null and exists (select 1 from identity.role_grant where account_id = account.id and role = 'clerk')`,
      [value],
    );
    return clerk;
  }

  private async householdsOf(tx: Tx, accountId: string, householdId?: string | null): Promise<{ id: string; name: string }[]> {
    return sql<{ id: string; name: string }>(
      tx,
      `select scope_id as id, coalesce(label, '') as name from identity.role_grant
        where account_id = $1 and role = 'household' and scope_kind = 'household' and ($2::text is null or scope_id = $2) order by label, scope_id`,
      [accountId, householdId ?? null],
    );
  }
}
