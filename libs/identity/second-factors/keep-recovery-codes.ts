import type { Tx } from '@choxa/platform';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code.rules.js';

/** Gives an account new recovery codes; the old ones are worth nothing. They are shown to their owner now and never again. */
export async function keepRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.query('delete from identity.recovery_code where account_id = $1', [accountId]);
  await tx.query('insert into identity.recovery_code (account_id, code_hash) select $1, unnest($2::text[])', [
    accountId,
    codes.map(hashRecoveryCode),
  ]);
  return codes;
}
