import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import type { HouseholdEntity } from '../households/household.entity.js';
import { lockForDecision } from '../households/households-to-review.query.js';
import { checklistOf, type ChecklistItem } from './checklist.query.js';

/** A clerk or official says to have seen one thing a household must show. Ticking what is ticked changes nothing. */
@Injectable()
export class TickRequirement {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` outside the actor's places and for a code that is not asked, `household.own-approval` for a member. */
  async run(actor: Actor, householdId: string, code: string): Promise<ChecklistItem[]> {
    return this.db.transaction(async (tx) => {
      const household = await lockForDecision(tx, actor, householdId);
      const now = this.clock.now();
      await tick(tx, household, [code], { by: actor.accountId, now });
      await this.trail.record(tx, actor, {
        action: 'household.requirement-seen',
        subjectKind: 'household',
        subjectId: householdId,
        details: { code },
      });
      return checklistOf(tx, household, localDay(now));
    });
  }
}

/** Writes ticks of a locked household; `'all'`: everything asked of it. Throws `not-found` for a code that is not asked. */
export async function tick(
  tx: Tx,
  household: HouseholdEntity,
  codes: readonly string[] | 'all',
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const asked = (await checklistOf(tx, household, localDay(now))).map((item) => item.code);
  const seen = codes === 'all' ? asked : codes;
  if (seen.some((code) => !asked.includes(code))) throw platformProblem('not-found');
  for (const code of seen)
    await sql(
      tx,
      `insert into households.requirement_tick (id, household_id, code, seen_at, seen_by) values ($1, $2, $3, $4, $5)
       on conflict (household_id, code) where taken_back_at is null do nothing`,
      [randomUUID(), household.id, code, now, by],
    );
}
