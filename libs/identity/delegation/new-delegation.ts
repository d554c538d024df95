import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, platformProblem, Trail, type Actor, type Duty, type Tx } from '@choxa/platform';
import { DelegationEntity } from './delegation.entity.js';
import { endOf } from './delegation.rules.js';

export interface DelegationTerms {
  duties: readonly Duty[];
  /** Last local day, `YYYY-MM-DD`. */
  until: string;
}

interface Sides {
  clerkId: string;
  member: { id: string };
  household: { id: string; name: string };
}

/** The one place where a delegation is written and where it begins to count. */
@Injectable()
export class NewDelegation {
  constructor(
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Asked, not counting yet. Throws `request.invalid` for a last day that is over or too far. */
  async ask(tx: Tx, actor: Actor, { clerkId, member, household }: Sides, { duties, until }: DelegationTerms): Promise<DelegationEntity> {
    const now = this.clock.now();
    const endsAt = endOf(until, now);
    if (!endsAt)
      throw platformProblem('request.invalid', {
        errors: [
          { pointer: '/until', code: 'delegation.until', detail: 'Từ hôm nay đến nhiều nhất một năm. / From today to at most a year.' },
        ],
      });
    const delegation = tx.create(DelegationEntity, {
      id: randomUUID(),
      householdId: household.id,
      householdName: household.name,
      clerkId,
      memberId: member.id,
      duties: [...new Set(duties)],
      askedBy: actor.accountId,
      askedAt: now,
      endsAt,
      confirmedAt: null,
      endedAt: null,
      endedBy: null,
    });
    await tx.insert(DelegationEntity, delegation);
    return delegation;
  }

  /** From now on it counts; an earlier one of the same clerk for the same household ends with it. */
  async confirm(tx: Tx, actor: Actor, delegation: DelegationEntity): Promise<void> {
    const { id, householdId, clerkId, duties, endsAt } = delegation;
    const now = this.clock.now();
    await tx.query(
      `update identity.delegation set ended_at = $3, ended_by = $4
        where household_id = $1 and clerk_id = $2 and confirmed_at is not null and ended_at is null`,
      [householdId, clerkId, now, actor.accountId],
    );
    await tx.update(DelegationEntity, { id }, { confirmedAt: now });
    await this.trail.record(tx, actor, {
      action: 'delegation.granted',
      subjectKind: 'household',
      subjectId: householdId,
      details: { delegationId: id, clerkId, duties, endsAt: endsAt.toISOString() },
    });
  }
}
