import { sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import type { ClaimTerm } from './claim.rules.js';

/** The law of claims in force on the local day of `at`, in the sequence of their kinds. */
export async function claimTerms(tx: Tx, at: Date): Promise<ClaimTerm[]> {
  return sql<ClaimTerm>(
    tx,
    `select kind, window_months as "windowMonths", counted_from as "countedFrom", answer_working_days as "answerWorkingDays",
       postage_multiple as "postageMultiple"
     from postal.claim_term where valid_from <= $1::date and (valid_to is null or valid_to > $1::date)
     order by array_position(array['lost', 'delayed', 'damaged', 'price'], kind)`,
    [localDay(at)],
  );
}
