import { sql, type Tx } from '@choxa/platform';
import { MAX_TRIES, type CodeUse } from './code.rules.js';

/**
 * Checks a guess against the newest code of a phone. One UPDATE counts the guess, compares it and spends the code, so rivals can neither
 * guess more than five times nor use it twice. The caller must commit whatever the outcome is, or the guess was free.
 *
 * @returns `dead` when no code of the phone can be guessed at: none sent, expired, used, or out of tries
 */
export async function spendCode(
  tx: Tx,
  { phone, purpose, code, now }: { phone: string; purpose: CodeUse; code: string; now: Date },
): Promise<'right' | 'wrong' | 'dead'> {
  const [guess] = await sql<{ right: boolean }>(
    tx,
    `update identity.one_time_code
     set tries = tries + 1,
         used_at = case when code_hash = encode(sha256(convert_to(salt || $3::text, 'UTF8')), 'hex') then $4::timestamptz end
     where id = (select id from identity.one_time_code where phone = $1 and purpose = $2 order by id desc limit 1)
       and used_at is null and tries < ${MAX_TRIES} and expires_at > $4
     returning used_at is not null as right`,
    [phone, purpose, code, now],
  );
  if (!guess) return 'dead';
  return guess.right ? 'right' : 'wrong';
}
