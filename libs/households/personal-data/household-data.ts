import { randomBytes } from 'node:crypto';
import { Accounts } from '@choxa/identity';
import { fold } from '@choxa/standards';
import { Clock, Events, HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';
import { HouseholdErased } from '../households/household.events.js';
import { householdsOfSoleMember } from './sole-member.query.js';

/** What a household without people is called from then on, everywhere. */
const ERASED_NAME = 'Hộ đã ngừng bán';

/** The households a person belongs to. One that has other people goes on; one that has not is emptied and stops selling. */
@HoldsPersonalData()
export class HouseholdData implements PersonalDataHolder {
  readonly part = 'households';

  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly accounts: Accounts,
  ) {}

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return sql(
      tx,
      `select household.id, name, producer_name as "producerName", phone, street, commune_name as "communeName", province_name as "provinceName",
              state, joined_at as "joinedAt"
         from households.member join households.household on household.id = household_id where account_id = $1 order by joined_at, household.id`,
      [accountId],
    );
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    const emptied = await householdsOfSoleMember(tx, accountId);
    for (const householdId of emptied) await this.empty(tx, householdId);
    await tx.query('delete from households.invite where phone = $1', [phone]);
    const left = await sql<{ id: string }>(tx, 'delete from households.member where account_id = $1 returning household_id as id', [
      accountId,
    ]);
    for (const { id } of left) await this.keepAnOwner(tx, id);
    await this.handOverPhone(tx, phone);
  }

  /** Where the only owner has gone, whoever has belonged to the household longest takes over. */
  private async keepAnOwner(tx: Tx, householdId: string): Promise<void> {
    await tx.query(
      `update households.member set role = 'owner'
        where household_id = $1
          and account_id = (select account_id from households.member where household_id = $1 order by joined_at, account_id limit 1)
          and not exists (select from households.member where household_id = $1 and role = 'owner')`,
      [householdId],
    );
  }

  /** A household that goes on is reached at the phone of one of those who stay: the post needs one. */
  private async handOverPhone(tx: Tx, phone: string): Promise<void> {
    const staying = await sql<{ householdId: string; accountIds: string[] }>(
      tx,
      `select household.id as "householdId", array_remove(array_agg(account_id), null) as "accountIds"
         from households.household left join households.member on household_id = household.id where phone = $1 group by household.id order by 1`,
      [phone],
    );
    for (const { householdId, accountIds } of staying) {
      const [next] = await this.accounts.byIds(tx, accountIds);
      await tx.query('update households.household set phone = $2 where id = $1', [householdId, next?.phone ?? null]);
    }
  }

  private async empty(tx: Tx, householdId: string): Promise<void> {
    const slug = `ho-${randomBytes(6).toString('hex')}`;
    // A pending one is closed as if it had been approved and suspended at once: it must leave the queue of those who decide.
    await tx.query(
      `update households.household
          set name = $2, name_key = $3, producer_name = $2, slug = $4, phone = null, street = null, import_key = null, created_by = null,
              registration_number = null, closed_note = null,
              state = 'suspended', approved_at = coalesce(approved_at, $5)
        where id = $1`,
      [householdId, ERASED_NAME, fold(ERASED_NAME), slug, this.clock.now()],
    );
    for (const table of ['refusal', 'suspension'])
      await tx.query(`update households.${table} set answer = '' where household_id = $1 and answer is not null`, [householdId]);
    await this.events.publish(tx, HouseholdErased, { householdId, name: ERASED_NAME, slug });
  }
}
