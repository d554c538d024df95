import { Households } from '@choxa/households';
import { addDays, daysBetween, localDay, OCOP_RULES } from '@choxa/standards';
import { Clock, Database, Every, Notify, sql, type Tx } from '@choxa/platform';
import { expiryMessage } from './recognition-messages.js';
import { remindersDue } from './recognition.rules.js';

interface Ending {
  id: string;
  decisionDate: string;
  expiresOn: string;
  productName: string;
  householdId: string;
}

const FARTHEST_DAYS = Math.max(...OCOP_RULES.flatMap((rule) => rule.reminderDays));

/** Tells households that a recognition ends: 90, 60 and 30 days before, each step once. */
@Every(3600)
export class RemindOfExpiry {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly households: Households,
    private readonly notify: Notify,
  ) {}

  /** Sends what is due today; how many messages. Doing it twice, or in two processes, sends nothing twice. */
  async run(): Promise<number> {
    const today = localDay(this.clock.now());
    const ending = await sql<Ending>(this.db.read, ENDING, [today, addDays(today, FARTHEST_DAYS)]);
    let sent = 0;
    for (const recognition of ending) if (await this.db.transaction((tx) => this.remind(tx, recognition, today))) sent += 1;
    return sent;
  }

  /** One message for the nearest step; a recognition confirmed late does not get those it has missed as well. */
  private async remind(tx: Tx, { id, decisionDate, expiresOn, productName, householdId }: Ending, today: string): Promise<boolean> {
    const due = remindersDue(decisionDate, expiresOn, today);
    const fresh = await sql<{ days: number }>(
      tx,
      `insert into catalogue.recognition_reminder (recognition_id, days_before, sent_at) select $1, days, $3 from unnest($2::int[]) as days
       on conflict do nothing returning days_before as days`,
      [id, due, this.clock.now()],
    );
    if (!fresh.some(({ days }) => days === due.at(-1))) return false;
    const phone = (await this.households.byIds(tx, [householdId])).get(householdId)?.phone;
    if (!phone) return false;
    const text = expiryMessage(productName, daysBetween(today, expiresOn), expiresOn);
    await this.notify.send(tx, { to: phone, channel: 'sms', template: 'catalogue.recognition-expiry', text });
    return true;
  }
}

const ENDING = `
  select recognition.id, decision_date::text as "decisionDate", expires_on::text as "expiresOn", product.name as "productName",
         household_id as "householdId"
    from catalogue.recognition join catalogue.product on product.id = product_id
   where status = 'confirmed' and expires_on between $1 and $2 order by expires_on, recognition.id`;
