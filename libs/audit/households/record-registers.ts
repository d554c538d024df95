import { RegisterEntryMatched, RegisterImported, type RegisterEntryMatchedV1, type RegisterImportedV1 } from '@choxa/households';
import { Handles, type Tx } from '@choxa/platform';
import { PlainRecorder } from '../facts/plain-recorder.js';
import { recountRegisters } from '../register-periods/register-periods.js';

@Handles(RegisterImported)
export class RecordRegisterWhenImported extends PlainRecorder<RegisterImportedV1> {
  protected readonly statement = `
    with told as (
      select * from jsonb_to_recordset($1)
        as told ("versionId" uuid, "communeCode" text, "provinceCode" text, "asOf" date, version int, households jsonb)
    ), versions as (
      insert into audit.register_version (version_id, commune_code, province_code, as_of, version)
      select "versionId", "communeCode", "provinceCode", "asOf", version from told on conflict do nothing
    )
    insert into audit.register_entry as known (entry_id, version_id, household_id)
    select distinct on (entry."entryId") entry."entryId", told."versionId", entry."householdId"
      from told cross join jsonb_to_recordset(told.households) as entry ("entryId" uuid, "householdId" uuid)
    on conflict (entry_id) do update set household_id = coalesce(known.household_id, excluded.household_id)`;
  protected override readonly recount = recountVersions;
}

/** It became known whom an entry means, before or after its register was told. */
@Handles(RegisterEntryMatched)
export class RecordEntryWhenMatched extends PlainRecorder<RegisterEntryMatchedV1> {
  protected readonly statement = `
    insert into audit.register_entry (entry_id, version_id, household_id)
    select distinct on ("entryId") "entryId", "versionId", "householdId"
      from jsonb_to_recordset($1) as told ("entryId" uuid, "versionId" uuid, "householdId" uuid)
    on conflict (entry_id) do update set household_id = excluded.household_id`;
  protected override readonly recount = recountVersions;
}

function recountVersions(tx: Tx, facts: readonly { versionId: string }[]): Promise<void> {
  return recountRegisters(
    tx,
    facts.map(({ versionId }) => versionId),
  );
}
