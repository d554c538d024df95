import { Events, Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { HouseholdApproved, type HouseholdApprovedV1 } from '../households/household.events.js';
import { householdsOfCommune } from './households-of-commune.query.js';
import { RegisterEntryMatched } from './register.events.js';
import { candidatesOf } from './register.rules.js';

/** A household that came later than the register: the entry that means it, and only it, now knows it. */
@Handles(HouseholdApproved)
export class MatchRegisterWhenHouseholdApproved {
  constructor(private readonly events: Events) {}

  async handle(tx: Tx, { data }: EventEnvelope<HouseholdApprovedV1>): Promise<void> {
    if (!data.communeCode) return;
    const open = await sql<{ id: string; versionId: string; name: string }>(
      tx,
      `select entry.id, entry.version_id as "versionId", entry.name
         from households.register_entry entry join households.register_version version on version.id = entry.version_id
        where version.commune_code = $1 and entry.household_id is null order by entry.id for update of entry`,
      [data.communeCode],
    );
    if (!open.length) return;
    const households = await householdsOfCommune(tx, data.communeCode);
    for (const { id, versionId, name } of open) {
      const candidates = candidatesOf({ name, slug: null }, households);
      if (!candidates.some((household) => household.id === data.householdId)) continue;
      const only = candidates.length === 1 ? data.householdId : null;
      await sql(tx, 'update households.register_entry set candidates = $2, household_id = $3 where id = $1', [id, candidates.length, only]);
      if (only) await this.events.publish(tx, RegisterEntryMatched, { versionId, entryId: id, householdId: only });
    }
  }
}
