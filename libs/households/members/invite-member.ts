import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parsePhone, standardMessage } from '@choxa/standards';
import { Accounts } from '@choxa/identity';
import { Clock, Database, Notify, platformProblem, sql, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { lockOwnHousehold } from '../households/own-household.js';
import { householdProblem } from '../households.problems.js';
import { InviteEntity } from './invite.entity.js';
import { INVITE_LIFE_MS, MOST_MEMBERS, type MemberRole } from './member.rules.js';
import { requireMember } from './own-membership.js';

/** An owner asks the holder of a phone to join the household. Signing in with that phone is the proof; nobody joins unasked. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly notify: Notify,
    private readonly trail: Trail,
  ) {}

  /**
   * `phone`: as people type it. Throws `not-found`, `household.members-only`, `household.owners-only`, `request.invalid` on a phone that is
   * none, `member.known`, `invite.open`, `member.too-many`.
   */
  async run(actor: Actor, householdId: string, { phone, role }: { phone: string; role: MemberRole }): Promise<InviteEntity> {
    const to = mobile(phone);
    try {
      return await this.db.transaction(async (tx) => {
        const household = await lockOwnHousehold(tx, actor, householdId);
        await requireMember(tx, actor, householdId, 'owner');
        const now = this.clock.now();
        await this.requireRoom(tx, householdId, to);
        await sql(
          tx,
          `update households.invite set withdrawn_at = expires_at
            where household_id = $1 and phone = $2 and accepted_at is null and withdrawn_at is null and expires_at <= $3`,
          [householdId, to, now],
        );
        const expiresAt = new Date(now.getTime() + INVITE_LIFE_MS);
        const invite = tx.create(InviteEntity, {
          id: randomUUID(),
          householdId,
          phone: to,
          role,
          invitedAt: now,
          invitedBy: actor.accountId,
          expiresAt,
        });
        await tx.insert(InviteEntity, invite);
        await this.trail.record(tx, actor, {
          action: 'household.member-invited',
          subjectKind: 'household',
          subjectId: householdId,
          details: { inviteId: invite.id, role },
        });
        await this.notify.send(tx, {
          to,
          channel: 'sms',
          template: 'households.invite',
          text: `Chợ Xã: ${household.name} mời bạn cùng bán hàng. Đăng nhập bằng số này, mở trang Bán hàng để đồng ý. / You are invited to sell for this household.`,
        });
        return Object.assign(invite, { acceptedAt: null, withdrawnAt: null });
      });
    } catch (error) {
      if (violates(error, 'invite_open')) throw householdProblem('invite.open');
      throw error;
    }
  }

  private async requireRoom(tx: Tx, householdId: string, phone: string): Promise<void> {
    const members = await sql<{ accountId: string }>(
      tx,
      'select account_id as "accountId" from households.member where household_id = $1',
      [householdId],
    );
    if (members.length >= MOST_MEMBERS) throw householdProblem('member.too-many');
    const account = await this.accounts.byPhone(tx, phone);
    if (account && members.some((member) => member.accountId === account.id)) throw householdProblem('member.known');
  }
}

function mobile(text: string): string {
  const read = parsePhone(text);
  if (read.ok) return read.e164;
  throw platformProblem('request.invalid', { errors: [{ pointer: '/phone', code: read.code, detail: standardMessage(read.code) }] });
}
