import { Injectable } from '@nestjs/common';
import { Accounts } from '@choxa/identity';
import { Clock, Events, pseudonymOf, sql, type Tx } from '@choxa/platform';
import { addressKey } from '@choxa/standards';
import { HouseholdLinked, type HouseholdLinkedV1 } from './link.events.js';

type Link = HouseholdLinkedV1['links'][number];

interface Known {
  phone: string | null;
  street: string | null;
  communeCode: string | null;
  accountIds: string[];
}

/** Notes what belongs to a household's people and is not known yet: their accounts, phones, signed-in devices and the household's address. */
@Injectable()
export class NoteLinks {
  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  async run(tx: Tx, householdId: string): Promise<void> {
    const links = await this.linksOf(tx, householdId);
    const fresh = await sql<Link>(
      tx,
      `insert into households.household_link (household_id, kind, hash, first_seen)
       select $1, kind, hash, $3 from jsonb_to_recordset($2) as told (kind text, hash text)
       on conflict do nothing returning kind, hash`,
      [householdId, JSON.stringify(links), this.clock.now()],
    );
    if (fresh.length) await this.events.publish(tx, HouseholdLinked, { householdId, links: fresh });
  }

  private async linksOf(tx: Tx, householdId: string): Promise<Link[]> {
    const [household] = await sql<Known>(
      tx,
      `select phone, street, commune_code as "communeCode",
              array(select account_id from households.member where household_id = household.id) as "accountIds"
         from households.household where id = $1`,
      [householdId],
    );
    if (!household) return [];
    const { phone, street, communeCode, accountIds } = household;
    const people = await this.accounts.byIds(tx, accountIds);
    const address = street && communeCode ? addressKey(street, communeCode) : null;
    const given: [Link['kind'], string][] = [
      ...people.map(({ id }): [Link['kind'], string] => ['account', pseudonymOf(id)]),
      ...[phone, ...people.map((person) => person.phone)].flatMap((one): [Link['kind'], string][] =>
        one ? [['phone', pseudonymOf(one)]] : [],
      ),
      ...(address ? [['address', pseudonymOf(address)] as [Link['kind'], string]] : []),
      ...(await this.accounts.devicesOf(tx, accountIds)).map((hash): [Link['kind'], string] => ['device', hash]),
    ];
    return given.map(([kind, hash]) => ({ kind, hash }));
  }
}
