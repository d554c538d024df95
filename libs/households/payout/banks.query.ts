import { sql, type Tx } from '@choxa/platform';

export interface Bank {
  bin: string;
  shortName: string;
  name: string;
}

/** Banks on `today` (`YYYY-MM-DD` in Vietnam), by short name. */
export async function banksOn(tx: Tx, today: string): Promise<Bank[]> {
  return sql<Bank>(
    tx,
    `select bin, short_name as "shortName", name from households.bank
      where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by short_name collate "vi-x-icu"`,
    [today],
  );
}
