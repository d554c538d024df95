import { Injectable } from '@nestjs/common';
import { Accounts } from '@choxa/identity';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { NoteLinks } from '../links/note-links.js';
import { TellMembers } from './tell-members.js';
import type { InviteEntity } from './invite.entity.js';
import type { MemberRole } from './member.rules.js';

/** Whoever holds the invited phone says yes or no. A yes counts from the very next request on. */
@Injectable()
export class AnswerInvite {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly tellMembers: TellMembers,
    private readonly noteLinks: NoteLinks,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for an invite of another phone, run out, withdrawn or answered. */
  async run(actor: Actor, inviteId: string, answer: 'yes' | 'no'): Promise<void> {
    await this.db.transaction(async (tx) => {
      const invite = await this.close(tx, actor, inviteId, answer);
      if (answer === 'no') return;
      const { householdId, householdName, role } = invite;
      await sql(
        tx,
        `insert into households.member (household_id, account_id, role, joined_at) values ($1, $2, $3, $4)
         on conflict (household_id, account_id) do nothing`,
        [householdId, actor.accountId, role, this.clock.now()],
      );
      const grant = { role: 'household', scopeKind: 'household', scopeId: householdId, label: householdName } as const;
      await this.accounts.grant(tx, actor, actor.accountId, grant);
      await this.noteLinks.run(tx, householdId);
      await this.trail.record(tx, actor, {
        action: 'household.member-joined',
        subjectKind: 'household',
        subjectId: householdId,
        details: { role },
      });
      await this.tellMembers.run(tx, householdId, {
        template: 'households.member-joined',
        text: `Chợ Xã: ${actor.name || 'một người'} đã vào ${householdName}. / A member has joined.`,
      });
    });
  }

  private async close(
    tx: Tx,
    actor: Actor,
    inviteId: string,
    answer: 'yes' | 'no',
  ): Promise<Pick<InviteEntity, 'householdId'> & { householdName: string; role: MemberRole }> {
    const [invite] = await sql<{ householdId: string; householdName: string; role: MemberRole }>(
      tx,
      `update households.invite set ${answer === 'yes' ? 'accepted_at' : 'withdrawn_at'} = $3
         from households.household
        where invite.id = $1 and invite.phone = $2 and invite.accepted_at is null and invite.withdrawn_at is null and invite.expires_at > $3
          and household.id = invite.household_id
        returning invite.household_id as "householdId", household.name as "householdName", invite.role`,
      [inviteId, actor.phone, this.clock.now()],
    );
    if (!invite) throw platformProblem('not-found');
    return invite;
  }
}
