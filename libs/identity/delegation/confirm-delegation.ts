import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, type Actor, type Tx } from '@choxa/platform';
import { identityProblem } from '../identity.problems.js';
import { spendCode } from '../one-time-codes/spend-code.js';
import { DelegationEntity } from './delegation.entity.js';
import { delegationById, type DelegationRow } from './delegations.query.js';
import { NewDelegation } from './new-delegation.js';

/** Whoever asked types the code from the household's phone; from then on the delegation counts. */
@Injectable()
export class ConfirmDelegation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly newDelegation: NewDelegation,
  ) {}

  /** Throws `not-found` for one that another asked or that is not open, `code.wrong`, `code.expired`. */
  async run(actor: Actor, id: string, code: string): Promise<DelegationRow> {
    const outcome = await this.db.transaction((tx) => this.attempt(tx, actor, id, code));
    // Thrown after the commit: a wrong guess counts.
    if (typeof outcome === 'string') throw identityProblem(outcome);
    return outcome;
  }

  private async attempt(tx: Tx, actor: Actor, id: string, code: string) {
    const now = this.clock.now();
    const delegation = await tx
      .createQueryBuilder(DelegationEntity, 'delegation')
      .where('delegation.id = :id and delegation.askedBy = :by', { id, by: actor.accountId })
      .andWhere('delegation.confirmedAt is null and delegation.endedAt is null and delegation.endsAt > :now', { now })
      .setLock('pessimistic_write')
      .getOne();
    if (!delegation) throw platformProblem('not-found');
    const member = await tx.query('select phone from identity.account where id = $1', [delegation.memberId]);
    const guess = await spendCode(tx, { phone: (member as { phone: string }[])[0]!.phone, purpose: `delegation ${id}`, code, now });
    if (guess !== 'right') return guess === 'wrong' ? 'code.wrong' : 'code.expired';
    await this.newDelegation.confirm(tx, actor, delegation);
    return delegationById(tx, id);
  }
}
