import { Injectable } from '@nestjs/common';
import { Accounts } from '@choxa/identity';
import { Notify, type Tx } from '@choxa/platform';
import { MemberEntity } from './member.entity.js';

/** Sends every member of a household the same message, in the transaction of what it tells. An imported household has no members yet. */
@Injectable()
export class TellMembers {
  constructor(
    private readonly accounts: Accounts,
    private readonly notify: Notify,
  ) {}

  async run(tx: Tx, householdId: string, message: { template: string; text: string }): Promise<void> {
    const members = await tx.find(MemberEntity, { where: { householdId }, order: { joinedAt: 'ASC' } });
    const accounts = await this.accounts.byIds(
      tx,
      members.map((member) => member.accountId),
    );
    for (const { phone } of accounts) await this.notify.send(tx, { to: phone, channel: 'sms', ...message });
  }
}
