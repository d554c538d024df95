import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, sql, type Tx } from '@choxa/platform';
import { hashOfText, textInForce } from './legal-texts.js';
import type { ConsentDoor, ConsentPurpose } from './purposes.js';

/** What people have accepted and agreed to, for the libs that may do something only with a consent. */
@Injectable()
export class Consents {
  constructor(private readonly clock: Clock) {}

  /** Those of `accountIds` who agree to `purpose` now. */
  async givenBy(tx: Tx, accountIds: readonly string[], purpose: ConsentPurpose): Promise<Set<string>> {
    const rows = await sql<{ accountId: string }>(
      tx,
      `select account_id as "accountId" from (
         select distinct on (account_id) account_id, given from identity.consent
          where account_id = any($1::uuid[]) and purpose = $2 order by account_id, id desc) newest where given`,
      [[...accountIds], purpose],
    );
    return new Set(rows.map((row) => row.accountId));
  }

  /** Records an answer under the text in force; saying the same again under the same text records nothing. `terms` is under the terms, all else under the privacy notice. */
  async record(tx: Tx, accountId: string, answer: { purpose: ConsentPurpose | 'terms'; given: boolean; how: ConsentDoor }): Promise<void> {
    const { purpose, given, how } = answer;
    const now = this.clock.now();
    const text = textInForce(purpose === 'terms' ? 'terms' : 'privacy', localDay(now));
    // Two taps at once queue up at the account, so that one answer is one row.
    await tx.query('select from identity.account where id = $1 for update', [accountId]);
    await tx.query(
      `insert into identity.consent (account_id, purpose, given, text_version, text_hash, how, at)
       select $1::uuid, $2::text, $3::boolean, $4::text, $5, $6, $7
        where not exists (
          select from (select given, text_version from identity.consent where account_id = $1 and purpose = $2 order by id desc limit 1) newest
           where given = $3 and (text_version = $4 or not given))
          and ($3 or exists (select from identity.consent where account_id = $1 and purpose = $2))`,
      [accountId, purpose, given, text.version, hashOfText(text), how, now],
    );
  }
}
