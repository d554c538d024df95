import { Events, Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { HouseholdApproved, type HouseholdApprovedV1 } from '../households/household.events.js';
import { householdsOfCommune } from './households-of-commune.query.js';
import { RegisterEntryMatched } from './register.events.js';
import { householdsMeant } from './register.rules.js';

/** A household that came later than the register: the entry that means it, and only it, now knows it; one that no other entry means. */
@Handles(HouseholdApproved)
export class MatchRegisterWhenHouseholdApproved {
  constructor(private readonly events: Events) {}

  async handle(tx: Tx, { data }: EventEnvelope<HouseholdApprovedV1>): Promise<void> {
    if (!data.communeCode) return;
    const open = await sql<OpenEntry>(tx, OPEN, [data.communeCode, data.householdId]);
    if (!open.length) return;
    const households = await householdsOfCommune(tx, data.communeCode);
    for (const [versionId, entries] of Map.groupBy(open, (entry) => entry.versionId)) {
      const meant = householdsMeant(entries, households);
      for (const [at, { id }] of entries.entries()) {
        const { household, candidates } = meant[at]!;
        if (!candidates.some((one) => one.id === data.householdId)) continue;
        await sql(tx, 'update households.register_entry set candidates = $2, household_id = $3 where id = $1', [
          id,
          candidates.length,
          household?.id ?? null,
        ]);
        if (household) await this.events.publish(tx, RegisterEntryMatched, { versionId, entryId: id, householdId: household.id });
      }
    }
  }
}

interface OpenEntry {
  id: string;
  versionId: string;
  name: string;
  slug: null;
}

/** Entries without a household in the versions of a commune's register in which no entry is this household yet. */
const OPEN = `
  select entry.id, entry.version_id as "versionId", entry.name, null as slug
    from households.register_entry entry join households.register_version version on version.id = entry.version_id
   where version.commune_code = $1 and entry.household_id is null
     and not exists (select from households.register_entry known where known.version_id = version.id and known.household_id = $2)
   order by entry.id for update of entry`;
