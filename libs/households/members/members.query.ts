import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Accounts } from '@choxa/identity';
import { Clock, Database, sql, type Actor } from '@choxa/platform';
import { InviteEntity } from './invite.entity.js';
import { MemberEntity } from './member.entity.js';
import type { MemberRole } from './member.rules.js';

export interface MemberView {
  accountId: string;
  /** Empty until given. */
  name: string;
  /** E.164. */
  phone: string;
  role: MemberRole;
  joinedAt: Date;
}

export interface OwnInvite {
  id: string;
  householdName: string;
  provinceName: string | null;
  role: MemberRole;
  expiresAt: Date;
}

/** A household's people and the invites that wait for an answer. */
@Injectable()
export class MembersOfHousehold {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
  ) {}

  /** `householdId` must be the actor's. */
  async run(householdId: string): Promise<{ members: MemberView[]; invites: InviteEntity[] }> {
    const tx = this.db.read;
    const members = await tx.find(MemberEntity, { where: { householdId }, order: { joinedAt: 'ASC', accountId: 'ASC' } });
    const people = await this.accounts.byIds(
      tx,
      members.map((member) => member.accountId),
    );
    const open = { householdId, acceptedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return {
      members: members.map(({ accountId, role, joinedAt }) => {
        const { name = '', phone = '' } = people.find(({ id }) => id === accountId) ?? {};
        return { accountId, name, phone, role, joinedAt };
      }),
      invites: await tx.find(InviteEntity, { where: open, order: { invitedAt: 'ASC' } }),
    };
  }

  /** Invites to the actor's own phone that can be answered. */
  async invitesTo(actor: Actor): Promise<OwnInvite[]> {
    return sql<OwnInvite>(
      this.db.read,
      `select invite.id, household.name as "householdName", household.province_name as "provinceName", invite.role,
              invite.expires_at as "expiresAt"
         from households.invite join households.household on household.id = invite.household_id
        where invite.phone = $1 and invite.accepted_at is null and invite.withdrawn_at is null and invite.expires_at > $2
        order by invite.invited_at`,
      [actor.phone, this.clock.now()],
    );
  }
}
