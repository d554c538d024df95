import { sql, type Tx } from '@choxa/platform';
import type { HouseholdEntity } from '../households/household.entity.js';

/** One requirement as it stands for one household. */
export interface ChecklistItem {
  code: string;
  vi: string;
  en: string;
  basis: string;
  /** Null while nobody has seen it. */
  seenAt: Date | null;
  /** Account. */
  seenBy: string | null;
}

/** What the rules in force on `today` (`YYYY-MM-DD` in Vietnam) ask of a household of its kind, in their order, and what has been seen. */
export async function checklistOf(tx: Tx, household: Pick<HouseholdEntity, 'id' | 'kind'>, today: string): Promise<ChecklistItem[]> {
  return sql<ChecklistItem>(
    tx,
    `select requirement.code, requirement.vi, requirement.en, requirement.basis, tick.seen_at as "seenAt", tick.seen_by as "seenBy"
       from households.requirement
       left join households.requirement_tick tick
         on tick.code = requirement.code and tick.household_id = $1 and tick.taken_back_at is null
      where $2 = any(requirement.kinds) and requirement.valid_from <= $3 and (requirement.valid_to is null or requirement.valid_to >= $3)
      order by requirement.position, requirement.code`,
    [household.id, household.kind, today],
  );
}
