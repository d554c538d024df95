import { sql, type Tx } from '@choxa/platform';
import { blockOf } from './code.rules.js';

/**
 * Takes a place among the codes that may go out on a day, to the phone's block of numbers and over all; false when there is none left. One
 * statement counts and compares, so rivals cannot pass the limit together. The rows stay locked until the commit: call it last. A scope
 * without a limit in force has no places.
 *
 * @param phone E.164
 * @param day local day, `2026-11-25`
 */
export async function takePlace(tx: Tx, phone: string, day: string): Promise<boolean> {
  for (const [scope, subject] of [
    ['block', blockOf(phone)],
    ['all', 'all'],
  ]) {
    const taken = await sql(
      tx,
      `with allowed as (
         select per_day from identity.send_limit
         where scope = $1 and per_day > 0 and valid_from <= $3 and (valid_to is null or valid_to >= $3)
         order by valid_from desc limit 1
       )
       insert into identity.code_count as known (subject, day, sent) select $2, $3::date, 1 from allowed
       on conflict (subject, day) do update set sent = known.sent + 1 where known.sent < (select per_day from allowed)
       returning sent`,
      [scope, subject, day],
    );
    if (!taken.length) return false;
  }
  return true;
}
