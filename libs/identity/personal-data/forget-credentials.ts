import type { Tx } from '@choxa/platform';

/** Everything an account signs in with, and its keys for programs. */
const HELD = ['session', 'credential', 'second_factor', 'second_factor_offer', 'recovery_code', 'half_sign_in', 'api_key'];

/** Removes all with which a person could sign in. @param phone E.164 */
export async function forgetCredentials(tx: Tx, { accountId, phone }: { accountId: string; phone: string }): Promise<void> {
  await tx.query('delete from identity.one_time_code where phone = $1', [phone]);
  await tx.query('delete from identity.guess_count where phone = $1', [phone]);
  await tx.query('delete from identity.api_key_grant using identity.api_key where id = key_id and account_id = $1', [accountId]);
  for (const table of HELD) await tx.query(`delete from identity.${table} where account_id = $1`, [accountId]);
}
