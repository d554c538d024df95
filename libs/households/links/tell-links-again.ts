import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { HouseholdLinked, type HouseholdLinkedV1 } from './link.events.js';

/** All that ever belonged to each household's people. */
@TellsAgain(HouseholdLinked)
export class TellLinksAgain implements FactSource<HouseholdLinkedV1> {
  async tell(tx: Tx, take: (facts: readonly HouseholdLinkedV1[]) => Promise<void>): Promise<void> {
    await readInSteps(tx, LINKS, take);
  }
}

const LINKS = `
  select household_id as "householdId", jsonb_agg(jsonb_build_object('kind', kind, 'hash', hash) order by kind, hash) as links
    from households.household_link group by household_id`;
