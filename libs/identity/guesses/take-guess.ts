import { sql, type Tx } from '@choxa/platform';
import { WAITS_SECONDS, type GuessKind } from './guess.rules.js';

export interface Guess {
  /** E.164; it need not belong to anybody. */
  phone: string;
  kind: GuessKind;
  now: Date;
}

/**
 * Takes one guess, before the secret is looked at: one statement counts it and says from when on the next one may be taken, so rivals share
 * the tries they have. The caller must commit whatever the outcome is, and calls {@link forgetGuesses} when the guess was right.
 *
 * @returns seconds to wait; 0 when the guess may be looked at
 */
export async function takeGuess(tx: Tx, { phone, kind, now }: Guess): Promise<number> {
  const taken = await sql(
    tx,
    `insert into identity.guess_count as known (phone, kind, tries, locked_until, last_at)
     values ($1, $2, 1, $3::timestamptz + make_interval(secs => ($4::int[])[1]), $3)
     on conflict (phone, kind) do update
     set tries = known.tries + 1, last_at = excluded.last_at,
         locked_until = excluded.last_at + make_interval(secs => ($4::int[])[least(known.tries + 1, cardinality($4::int[]))])
     where known.locked_until <= excluded.last_at
     returning tries`,
    [phone, kind, now, [...WAITS_SECONDS]],
  );
  if (taken.length) return 0;
  const [{ until } = { until: now }] = await sql<{ until: Date }>(
    tx,
    'select locked_until as until from identity.guess_count where phone = $1 and kind = $2',
    [phone, kind],
  );
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
}

/** A right guess: the ones before it count no more. */
export async function forgetGuesses(tx: Tx, phone: string, kind: GuessKind): Promise<void> {
  await tx.query('delete from identity.guess_count where phone = $1 and kind = $2', [phone, kind]);
}
