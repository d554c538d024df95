import { sql, type Tx } from '@choxa/platform';
import { hashRecoveryCode, looksLikeRecoveryCode } from './recovery-code.rules.js';
import { stepOf } from './totp.rules.js';

/**
 * Whether `code` is the account's second factor now, and spends it: a time step or a recovery code is accepted once, also of rivals.
 *
 * @param shared the demo's staff accounts, which many people use in one half minute
 */
export async function spendFactor(
  tx: Tx,
  { accountId, code, now, shared }: { accountId: string; code: string; now: Date; shared: boolean },
): Promise<boolean> {
  if (looksLikeRecoveryCode(code)) {
    const spend =
      'update identity.recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning account_id';
    return (await sql(tx, spend, [accountId, hashRecoveryCode(code), now])).length > 0;
  }
  const [factor] = await sql<{ secret: string }>(tx, 'select secret from identity.second_factor where account_id = $1', [accountId]);
  const step = factor ? stepOf(factor.secret, code.replace(/\s/g, ''), now) : null;
  if (step === null) return false;
  const advance = 'update identity.second_factor set last_step = $2 where account_id = $1 and (last_step < $2 or $3) returning account_id';
  return (await sql(tx, advance, [accountId, step, shared])).length > 0;
}
