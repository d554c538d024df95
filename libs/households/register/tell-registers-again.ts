import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { RegisterImported, type RegisterImportedV1 } from './register.events.js';

/** Every version of every register, with the households its entries are known to be by now. */
@TellsAgain(RegisterImported)
export class TellRegistersAgain implements FactSource<RegisterImportedV1> {
  async tell(tx: Tx, take: (facts: readonly RegisterImportedV1[]) => Promise<void>): Promise<void> {
    await readInSteps(tx, REGISTERS, take);
  }
}

const REGISTERS = `
  select id as "versionId", commune_code as "communeCode", province_code as "provinceCode", as_of::text as "asOf", version,
         coalesce((select jsonb_agg(jsonb_build_object('entryId', entry.id, 'householdId', household_id) order by position)
                     from households.register_entry entry where version_id = version.id), '[]') as households
    from households.register_version version`;
