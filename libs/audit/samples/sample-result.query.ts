import { sql, type Tx } from '@choxa/platform';
import type { Area } from '../scope/area.rules.js';
import { inReach, provinceInReach, reachParams, WHOLE_IN_REACH } from './reach.js';
import { resultOf, type JudgedItem, type SampleResult, type StratumRow } from './sample-result.rules.js';

/**
 * Declared against audited, for the strata that lie wholly in an official's area: of a stratum that reaches beyond it he sees only his items, which
 * say nothing of the rest.
 */
export async function readSampleResult(tx: Tx, area: Area, sampleId: string): Promise<SampleResult> {
  const params = [...reachParams(area), sampleId];
  const strata = await sql<StratumRow>(tx, STRATA, params);
  const items = await sql<JudgedItem>(tx, ITEMS, params);
  return resultOf(strata, items);
}

const STRATA = `
select key, province_code as "provinceCode", set_code as "setCode", units, compliant_units as "compliantUnits", lines,
  checked_lines as "checkedLines", drawn
from audit.sample_stratum stratum
where sample_id = $3 and (${provinceInReach('stratum')} or exists (select 1 from audit.sample where sample.id = $3 and ${WHOLE_IN_REACH}))
order by key`;

const ITEMS = `
select item.stratum, item.compliant, item.lines = item.checked_lines as "counterChecked",
  coalesce(jsonb_agg(jsonb_build_object('round', found.round, 'outcome', found.outcome, 'verdicts', found.verdicts)
    order by found.sequence) filter (where found.id is not null), '[]') as inspections
from audit.sample_item item
left join audit.inspection found on found.sample_id = item.sample_id and found.product_id = item.product_id
where item.sample_id = $3 and ${inReach('item')}
group by item.sample_id, item.product_id`;
