import { sql, type Tx } from '@choxa/platform';
import { CONSENT_PURPOSES, type ConsentDoor, type ConsentPurpose } from './purposes.js';

/** One answer as it was given. */
export interface ConsentAnswer {
  purpose: ConsentPurpose | 'terms';
  given: boolean;
  textVersion: string;
  how: ConsentDoor;
  at: Date;
}

/** Every answer of an account, newest first. */
export async function consentHistory(tx: Tx, accountId: string): Promise<ConsentAnswer[]> {
  return sql<ConsentAnswer>(
    tx,
    `select purpose, given, text_version as "textVersion", how, at from identity.consent where account_id = $1 order by id desc`,
    [accountId],
  );
}

/** What holds now, by a history that is newest first; a purpose never answered is not given. */
export function consentsNow(history: readonly ConsentAnswer[]): { purpose: ConsentPurpose; given: boolean; since: Date | null }[] {
  return CONSENT_PURPOSES.map((purpose) => {
    const newest = history.find((answer) => answer.purpose === purpose);
    return { purpose, given: newest?.given ?? false, since: newest?.at ?? null };
  });
}
