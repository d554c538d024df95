import { Accounts } from '@choxa/identity';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Trail, type Actor, type Tx } from '@choxa/platform';
import { HouseholdEntity } from '../households/household.entity.js';
import { householdToReview } from '../households/households-to-review.query.js';
import { openSuspension, type SuspensionView } from '../suspensions/suspensions.query.js';
import { checklistOf, type ChecklistItem } from './checklist.query.js';
import { RefusalEntity } from './refusal.entity.js';

export interface SeenItem extends ChecklistItem {
  /** Name of who saw it. */
  seenByName: string | null;
}

export interface HouseholdReview {
  household: HouseholdEntity;
  checklist: SeenItem[];
  /** Newest first. */
  refusals: RefusalEntity[];
  suspension: SuspensionView | null;
}

/** Everything somebody who decides about a household looks at; that they looked is recorded. */
@Injectable()
export class ReviewOfHousehold {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` outside the actor's places. */
  async run(actor: Actor, householdId: string): Promise<HouseholdReview> {
    return this.db.transaction((tx) => this.read(tx, actor, householdId));
  }

  private async read(tx: Tx, actor: Actor, householdId: string): Promise<HouseholdReview> {
    const household = await householdToReview(tx, actor, householdId);
    await this.trail.record(tx, actor, { action: 'household.read', subjectKind: 'household', subjectId: householdId });
    const checklist = await checklistOf(tx, household, localDay(this.clock.now()));
    return {
      household,
      checklist: await this.named(checklist),
      refusals: await tx.find(RefusalEntity, { where: { householdId }, order: { refusedAt: 'DESC' } }),
      suspension: await openSuspension(tx, householdId),
    };
  }

  /** With the names of those who saw. */
  async named(checklist: readonly ChecklistItem[]): Promise<SeenItem[]> {
    const people = await this.accounts.byIds(
      this.db.read,
      checklist.flatMap((item) => item.seenBy ?? []),
    );
    return checklist.map((item) => ({ ...item, seenByName: item.seenBy && (people.find(({ id }) => id === item.seenBy)?.name ?? null) }));
  }
}
