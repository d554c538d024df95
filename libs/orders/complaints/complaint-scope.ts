import { officialProvinces } from '@choxa/catalogue';
import type { Actor } from '@choxa/platform';
import { topicsAnsweredBy } from './complaint.rules.js';

/** From which desk somebody looks; one person may work at several. */
export const COMPLAINT_DESKS = ['household', 'post', 'official'] as const;
export type ComplaintDesk = (typeof COMPLAINT_DESKS)[number];

/**
 * What concerns a desk, as a condition on `complaint`, `part` and `whole` with `$1` and `$2`: a household its own seller orders, a clerk what the
 * post answers for in the communes and provinces it serves, an official its area.
 */
export function complaintScope(actor: Actor, desk: ComplaintDesk): { condition: string; given: [unknown, unknown] } {
  if (desk === 'household')
    return { condition: 'part.household_id = any($1::uuid[]) and $2::text is null', given: [actor.scope('household', 'household'), null] };
  if (desk === 'post')
    return {
      condition: 'complaint.topic = any($1::text[]) and (whole.commune_code = any($2::text[]) or whole.province_code = any($2))',
      given: [topicsAnsweredBy('post'), [...actor.scope('commune', 'clerk'), ...actor.scope('province', 'clerk')]],
    };
  return {
    condition: '($1::text[] is null or part.province_code = any($1) or whole.province_code = any($1)) and $2::text is null',
    given: [officialProvinces(actor), null],
  };
}
