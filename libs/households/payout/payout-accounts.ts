import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';

/** An account to pay to. For the lib that pays; a page shows it masked. */
export interface PayoutAccount {
  bankBin: string;
  bankName: string;
  accountNumber: string;
  holderName: string;
}

/** Where households' money goes now, for the lib that pays. */
@Injectable()
export class PayoutAccounts {
  constructor(private readonly clock: Clock) {}

  /** The account in effect of each of `householdIds` that has one, by household. */
  async current(tx: Tx, householdIds: readonly string[]): Promise<Map<string, PayoutAccount>> {
    const rows = await sql<PayoutAccount & { householdId: string }>(
      tx,
      `select distinct on (household_id) household_id as "householdId", bank_bin as "bankBin", bank_name as "bankName",
              account_number as "accountNumber", holder_name as "holderName"
         from households.payout_account
        where household_id = any($1::uuid[]) and cancelled_at is null and effective_at <= $2
        order by household_id, effective_at desc`,
      [[...new Set(householdIds)], this.clock.now()],
    );
    return new Map(rows.map(({ householdId, ...account }) => [householdId, account]));
  }
}
