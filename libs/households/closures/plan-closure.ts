import { Injectable } from '@nestjs/common';
import { addDays, localDay } from '@choxa/standards';
import { Clock, Database, Events, Trail, type Actor } from '@choxa/platform';
import { HouseholdEntity } from '../households/household.entity.js';
import { HouseholdChanged } from '../households/household.events.js';
import { lockOwnHousehold } from '../households/own-household.js';
import { householdProblem } from '../households.problems.js';

export interface ClosurePlan {
  /** First and last local day without sales, `YYYY-MM-DD`. */
  fromOn: string;
  untilOn: string;
  /** What shoppers read beside it. */
  note?: string | null;
}

/** A season is shorter than a year; what lasts longer is no closure but the end of selling. */
const MOST_DAYS_AHEAD = 366;

/** A household says from when until when it does not sell; another plan replaces the one before. It ends by itself. */
@Injectable()
export class PlanClosure {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for another's household, `closure.days` naming what is wrong with the days. */
  async run(actor: Actor, householdId: string, { fromOn, untilOn, note }: ClosurePlan): Promise<HouseholdEntity> {
    return this.db.transaction(async (tx) => {
      const household = await lockOwnHousehold(tx, actor, householdId);
      const today = localDay(this.clock.now());
      if (untilOn < fromOn) throw wrongDays('/untilOn', 'Ngày cuối trước ngày đầu / the last day is before the first');
      if (untilOn < today) throw wrongDays('/untilOn', 'Ngày này đã qua / this day is past');
      if (untilOn > addDays(today, MOST_DAYS_AHEAD)) throw wrongDays('/untilOn', 'Xa quá một năm / more than a year away');
      const closure = { closedFrom: fromOn, closedUntil: untilOn, closedNote: note ?? null };
      await tx.update(HouseholdEntity, { id: householdId }, closure);
      await this.trail.record(tx, actor, {
        action: 'household.closure-planned',
        subjectKind: 'household',
        subjectId: householdId,
        details: { fromOn, untilOn },
      });
      await this.events.publish(tx, HouseholdChanged, { householdId });
      return Object.assign(household, closure);
    });
  }
}

function wrongDays(pointer: string, detail: string) {
  return householdProblem('closure.days', { errors: [{ pointer, code: 'closure.days', detail }] });
}
