import { localDay } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';

export interface WebhookSchedule {
  waitsSeconds: number[];
  disableAfterSeconds: number;
}

/** The schedule of tries in force at an instant. Throws where no row covers it. */
export async function webhookSchedule(tx: Tx, at: Date): Promise<WebhookSchedule> {
  const [schedule] = await sql<WebhookSchedule>(
    tx,
    `select waits_seconds as "waitsSeconds", disable_after_seconds as "disableAfterSeconds" from postal.webhook_schedule
      where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by valid_from desc limit 1`,
    [localDay(at)],
  );
  if (!schedule) throw new Error(`no schedule of webhooks is in force at ${at.toISOString()}`);
  return schedule;
}
