import { randomUUID } from 'node:crypto';
import { Accounts, DEMO_ACCOUNTS, type DemoAccount } from '@choxa/identity';
import { Actor, Database, type Grant } from '@choxa/platform';
import type { DemoOffice } from '@choxa/postal';

type Labelled = Grant & { label: string };
export type DemoKey = DemoAccount['key'];

/** Makes an account with these rights and gives the actor the seed acts as. */
export async function makeActor(
  db: Database,
  accounts: Accounts,
  person: { phone: string; name: string },
  grants: Labelled[],
): Promise<Actor> {
  return db.transaction(async (tx) => {
    const account = await accounts.ensure(tx, person);
    for (const grant of grants) await accounts.grant(tx, 'system', account.id, grant);
    return new Actor(account.id, person.name, person.phone, grants, randomUUID());
  });
}

/** The people a visitor may sign in as. The household's rights come with its registration. */
export async function makeDemoActors(db: Database, accounts: Accounts, offices: DemoOffice[]): Promise<Record<DemoKey, Actor>> {
  // The operator that serves the demo household's province, at that province's counter, at the biggest city's, and beyond the next hub.
  const [counter, city, far] = ['68', '79', '92'].map((province) => offices.find((office) => office.code === `TS-${province}-01`)!);
  const hubs = offices.filter(({ kind, operatorId }) => kind === 'hub' && operatorId === counter!.operatorId);
  const clerkOf = ({ id, name }: DemoOffice): Labelled => ({ role: 'clerk', scopeKind: 'office', scopeId: id, label: name });
  const manager: Labelled = {
    role: 'postal_manager',
    scopeKind: 'operator',
    scopeId: counter!.operatorId,
    label: 'Bưu chính Trường Sơn (mẫu)',
  };
  const ofNation: Labelled = { role: 'official', scopeKind: 'nation', scopeId: 'VN', label: 'Toàn quốc' };
  const grants: Record<DemoKey, Labelled[]> = {
    shopper: [],
    household: [],
    clerk: [clerkOf(counter!), { role: 'clerk', scopeKind: 'province', scopeId: '68', label: 'Lâm Đồng' }],
    cashier: [clerkOf(counter!)],
    hubClerk: hubs.map(clerkOf),
    deliveryClerk: [clerkOf(city!), clerkOf(far!)],
    courier: [
      { role: 'courier', scopeKind: 'office', scopeId: counter!.id, label: counter!.name },
      { role: 'courier', scopeKind: 'office', scopeId: city!.id, label: city!.name },
    ],
    deliveryCourier: [{ role: 'courier', scopeKind: 'office', scopeId: far!.id, label: far!.name }],
    postalManager: [manager],
    payingManager: [manager],
    officialOfProvince: [{ role: 'official', scopeKind: 'province', scopeId: '68', label: 'Lâm Đồng' }],
    officialOfNation: [ofNation],
    secondOfficialOfNation: [ofNation],
  };
  const actors: Partial<Record<DemoKey, Actor>> = {};
  for (const person of DEMO_ACCOUNTS) actors[person.key] = await makeActor(db, accounts, person, grants[person.key]);
  return actors as Record<DemoKey, Actor>;
}
