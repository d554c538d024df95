import { randomBytes } from 'node:crypto';
import { Accounts } from '@choxa/identity';
import { fold } from '@choxa/standards';
import { Events, FileStorage, HoldsPersonalData, sql, type Obstacle, type Person, type PersonalDataHolder, type Tx } from '@choxa/platform';
import { HouseholdErased } from '../households/household.events.js';
import { householdsOfSoleMember } from './sole-member.query.js';

/** What a household without people is called from then on, everywhere. */
const ERASED_NAME = 'Hộ đã ngừng bán';

/** The households a person belongs to. One that has other people goes on; one that has not is emptied and stops selling. */
@HoldsPersonalData()
export class HouseholdData implements PersonalDataHolder {
  readonly part = 'households';

  constructor(
    private readonly events: Events,
    private readonly accounts: Accounts,
    private readonly storage: FileStorage,
  ) {}

  async read(tx: Tx, { accountId }: Person): Promise<object> {
    return {
      memberships: await sql(tx, MEMBERSHIPS, [accountId]),
      knownBy: await sql(tx, LINKS, [accountId]),
      payoutAccounts: await sql(tx, PAYOUT, [accountId]),
      papers: await sql(tx, PAPERS, [accountId]),
      registerCalls: await sql(tx, REGISTER_CALLS, [accountId]),
      lessonsRead: await sql(tx, 'select lesson, read_at as "readAt" from households.lesson_read where account_id = $1 order by 1', [
        accountId,
      ]),
    };
  }

  async obstacles(): Promise<Obstacle[]> {
    return [];
  }

  async erase(tx: Tx, { accountId, phone }: Person): Promise<void> {
    const emptied = await householdsOfSoleMember(tx, accountId);
    for (const householdId of emptied) await this.empty(tx, householdId);
    const left = await sql<{ id: string }>(tx, 'delete from households.member where account_id = $1 returning household_id as id', [
      accountId,
    ]);
    for (const { id } of left) await this.keepAnOwner(tx, id);
    await tx.query('delete from households.invite where phone = $1', [phone]);
    await tx.query('update households.register_entry set phone = null where phone = $1', [phone]);
    await tx.query('delete from households.lesson_read where account_id = $1', [accountId]);
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
    await tx.query(
      `update households.household
          set name = $2, name_key = $3, producer_name = $2, slug = $4, phone = null, street = null, registration_number = null, closed_note = null,
              publish_street = false, import_key = null, created_by = null,
              state = case when approved_at is null then 'refused' else 'suspended' end
        where id = $1`,
      [householdId, ERASED_NAME, fold(ERASED_NAME), slug],
    );
    // Free words about people; that something was said, and when, stays.
    await tx.query(
      `update households.refusal set reason = '', answer = case when answered_at is not null then '' end where household_id = $1`,
      [householdId],
    );
    await tx.query(
      `update households.suspension set text = '', lift_note = null, answer = case when answered_at is not null then '' end where household_id = $1`,
      [householdId],
    );
    await tx.query(
      `update households.register_call set note = null where entry_id in (select id from households.register_entry where household_id = $1)`,
      [householdId],
    );
    const papers = await sql<{ key: string }>(tx, 'delete from households.document where household_id = $1 returning file_key as key', [
      householdId,
    ]);
    await tx.query('delete from households.payout_account where household_id = $1', [householdId]);
    for (const { key } of papers) await this.storage.remove(key);
    await this.events.publish(tx, HouseholdErased, { householdId, name: ERASED_NAME, slug });
  }
}

const MEMBERSHIPS = `
  select household.id, name, producer_name as "producerName", kind, registration_number as "registrationNumber", phone, street,
         commune_name as "communeName", province_name as "provinceName", state, joined_at as "joinedAt",
         (select json_agg(json_build_object('heldOn', held_on, 'topic', topic, 'place', place) order by held_on)
            from households.attendance join households.training_session session on session.id = session_id
           where household_id = household.id and withdrawn_at is null) as "trainings"
    from households.member join households.household on household.id = household_id where account_id = $1 order by joined_at, household.id`;

// Pseudonyms stay when their person's data go: without them a household's sales to itself would count as sales to others from then on.
const LINKS = `
  select kind, count(*)::int as count, min(first_seen) as "firstSeen" from households.household_link
   where household_id in (select household_id from households.member where account_id = $1) group by kind order by kind`;

const PAYOUT = `
  select bank_name as "bankName", account_number as "accountNumber", holder_name as "holderName", asked_at as "askedAt", effective_at as "effectiveAt",
         cancelled_at as "cancelledAt"
    from households.payout_account where household_id in (select household_id from households.member where account_id = $1) order by asked_at, id`;

const PAPERS = `
  select kind, set_code as "setCode", number, issued_on::text as "issuedOn", expires_on::text as "expiresOn", added_at as "addedAt", removed_at as "removedAt"
    from households.document where household_id in (select household_id from households.member where account_id = $1) order by added_at, id`;

const REGISTER_CALLS = `
  select outcome, note, called_at as "calledAt"
    from households.register_call join households.register_entry entry on entry.id = entry_id
   where household_id in (select household_id from households.member where account_id = $1) order by called_at, register_call.id`;
