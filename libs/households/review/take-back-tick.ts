import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { lockForDecision } from '../households/households-to-review.query.js';
import { checklistOf, type ChecklistItem } from './checklist.query.js';

/** A clerk or official takes a tick back that was a mistake. The tick stays on record. */
@Injectable()
export class TakeBackTick {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` outside the actor's places, `household.own-approval` for a member. */
  async run(actor: Actor, householdId: string, code: string): Promise<ChecklistItem[]> {
    return this.db.transaction(async (tx) => {
      const household = await lockForDecision(tx, actor, householdId);
      const now = this.clock.now();
      await takeBackTicks(tx, { householdId, codes: [code], by: actor.accountId, now });
      await this.trail.record(tx, actor, {
        action: 'household.requirement-taken-back',
        subjectKind: 'household',
        subjectId: householdId,
        details: { code },
      });
      return checklistOf(tx, household, localDay(now));
    });
  }
}

/** Ends ticks whose ground is gone: what was seen is no longer what the household says. */
export async function takeBackTicks(
  tx: Tx,
  { householdId, codes, by, now }: { householdId: string; codes: readonly string[]; by: string; now: Date },
): Promise<void> {
  await sql(
    tx,
    `update households.requirement_tick set taken_back_at = $3, taken_back_by = $4
      where household_id = $1 and code = any($2::text[]) and taken_back_at is null`,
    [householdId, codes, now, by],
  );
}
