import { sql, type Tx } from '@choxa/platform';

/** A suspension announced or in force, with the words of its reason. */
export interface SuspensionView {
  id: string;
  householdId: string;
  reasonCode: string;
  reasonVi: string;
  reasonEn: string;
  basis: string;
  text: string;
  announcedAt: Date;
  /** `YYYY-MM-DD` in Vietnam. */
  startsOn: string;
  /** Null until the day has come. */
  begunAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
}

/** The suspension of a household that is not lifted; null where there is none. */
export async function openSuspension(tx: Tx, householdId: string): Promise<SuspensionView | null> {
  const [suspension] = await sql<SuspensionView>(
    tx,
    `select suspension.id, suspension.household_id as "householdId", suspension.reason_code as "reasonCode", reason.vi as "reasonVi",
            reason.en as "reasonEn", reason.basis, suspension.text, suspension.announced_at as "announcedAt",
            suspension.starts_on::text as "startsOn", suspension.begun_at as "begunAt", suspension.answer,
            suspension.answered_at as "answeredAt"
       from households.suspension
       join lateral (select vi, en, basis from households.suspension_reason
                      where code = suspension.reason_code and valid_from <= (suspension.announced_at at time zone 'Asia/Ho_Chi_Minh')::date
                      order by valid_from desc limit 1) reason on true
      where suspension.household_id = $1 and suspension.lifted_at is null`,
    [householdId],
  );
  return suspension ?? null;
}
