import { sql, type Tx } from '@choxa/platform';
import type { LabelPolicyEntity } from './label-policy.entity.js';

/** The policy of a local day (`YYYY-MM-DD`); null where no row holds, and nothing is asked then. */
export async function labelPolicyOn(tx: Tx, day: string): Promise<LabelPolicyEntity | null> {
  const [row] = await sql<LabelPolicyEntity>(
    tx,
    `select valid_from::text as "validFrom", valid_to::text as "validTo", mode, grace_days as "graceDays", notice_days as "noticeDays",
            reminder_days as "reminderDays", basis
       from labelling.label_policy
      where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by valid_from desc limit 1`,
    [day],
  );
  return row ?? null;
}
