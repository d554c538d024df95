import { localDay } from '@choxa/standards';
import { Clock, Database, Events, Every, sql, type Tx } from '@choxa/platform';
import { HouseholdChanged } from '../households/household.events.js';
import { TellMembers } from '../members/tell-members.js';

interface Expired {
  id: string;
  householdId: string;
  householdName: string;
  number: string;
}

/** Tells a household, once, that a paper has run out; goods that need it leave the shop by themselves. */
@Every(300)
export class TellExpiredDocuments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly tellMembers: TellMembers,
  ) {}

  /** How many papers were told of. */
  async run(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const expired = await sql<Expired>(
        tx,
        `update households.document set expiry_told_at = $1
           from households.household
          where household.id = document.household_id
            and document.id in (select id from households.document
                                 where expires_on < $2 and removed_at is null and refused_at is null and expiry_told_at is null
                                 order by id limit 100 for update skip locked)
          returning document.id, household.id as "householdId", household.name as "householdName", document.number`,
        [now, localDay(now)],
      );
      for (const one of expired) await this.tell(tx, one);
      return expired.length;
    });
  }

  private async tell(tx: Tx, { householdId, householdName, number }: Expired): Promise<void> {
    await this.events.publish(tx, HouseholdChanged, { householdId });
    await this.tellMembers.run(tx, householdId, {
      template: 'households.document-expired',
      text: `Chợ Xã: giấy tờ số ${number} của ${householdName} đã hết hạn. Hãy tải giấy mới. / A paper has run out; please add the new one.`,
    });
  }
}
