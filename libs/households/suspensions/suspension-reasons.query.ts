import { sql, type Tx } from '@choxa/platform';

/** A reason for a suspension and the notice it needs. */
export interface SuspensionReason {
  code: string;
  noticeDays: number;
  vi: string;
  en: string;
  basis: string;
}

/** The reasons in force on `today` (`YYYY-MM-DD` in Vietnam), in their order. */
export async function suspensionReasons(tx: Tx, today: string): Promise<SuspensionReason[]> {
  return sql<SuspensionReason>(
    tx,
    `select code, notice_days as "noticeDays", vi, en, basis from households.suspension_reason
      where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by position, code`,
    [today],
  );
}
