import { randomUUID } from 'node:crypto';
import { Places, type Place } from '@choxa/places';
import { Actor, drift, Handles, sql, type EventEnvelope, type Grant, type Tx } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { EnsureHousehold, EnsureSubject, HouseholdApproved, Households, householdsLib, type HouseholdApprovedV1 } from './index.js';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from './households.factory.js';

const heard: HouseholdApprovedV1[] = [];

@Handles(HouseholdApproved)
class HearWhenHouseholdApproved {
  async handle(_tx: Tx, event: EventEnvelope<HouseholdApprovedV1>) {
    heard.push(event.data);
  }
}

describe('households', () => {
  let world: World;
  let given: HouseholdsGiven;
  let here: Place;
  let sameProvince: Place;
  let elsewhere: Place;

  beforeAll(async () => {
    world = await testWorld({ ...HOUSEHOLDS_WORLD, providers: [HearWhenHouseholdApproved] });
    given = new HouseholdsGiven(world, anActor);
    ({ here, sameProvince, elsewhere } = given);
  });
  afterAll(() => world.close());

  const aPerson = (name?: string, ...grants: Grant[]) => given.person(name, ...grants);
  const again = (actor: Actor) => given.again(actor);
  const clerkOf = (code: string) => given.clerk(code);
  const official = (scopeKind: 'province' | 'nation', scopeId: string) => given.official(scopeKind, scopeId);
  const register = (as: Actor, more?: object) => given.register(as, more);
  const EVERYTHING = { seen: ['identity', 'address', 'production_place'] };

  it('has no drift between entities and migrations', async () => {
    expect(await drift(world.config.databaseUrl, [householdsLib])).toEqual([]);
  });

  it('registers a household, pending, and lets whoever registered it see its profile on the next request', async () => {
    const person = await aPerson('Trần Văn Bền');
    const made = await register(person, { name: '  Vườn  Sáu Ánh ', producerName: 'Trần Văn Bền' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      slug: 'vuon-sau-anh',
      name: 'Vườn Sáu Ánh',
      producerName: 'Trần Văn Bền',
      phone: person.phone,
      street: 'Ấp 3',
      place: { code: here.code, name: here.name, kind: here.kind, provinceCode: '92', provinceName: here.provinceName },
      provinceName: here.provinceName,
      kind: 'household',
      registrationNumber: null,
      publishStreet: false,
      inspection: true,
      state: 'pending',
      closure: null,
      createdAt: world.clock.now().toISOString(),
      approvedAt: null,
    });
    expect((await world.http('GET', '/household/profile', { as: person })).status).toBe(403);
    const next = await again(person);
    expect((await world.http('GET', '/household/profile', { as: next })).body).toEqual(made.body);
    expect((await world.http('GET', '/households/vuon-sau-anh')).status).toBe(404);
  });

  it('approves it once, says so once, and shows it without phone and street', async () => {
    heard.length = 0;
    const { id, slug } = (await register(await aPerson(), { name: 'Hộ Lê Thị Tám' })).body;
    world.clock.advance(60_000);
    const clerk = clerkOf(here.code);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.http('POST', `/households/${id}/approval`, { as: clerk, body: EVERYTHING })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(answers[0]!.body).toMatchObject({ state: 'approved', approvedAt: world.clock.now().toISOString() });
    await world.drain();
    expect(heard).toEqual([{ householdId: id, communeCode: here.code, provinceCode: '92' }]);
    const shown = await world.http('GET', `/households/${slug}`);
    expect(shown.body).toEqual({
      slug,
      name: 'Hộ Lê Thị Tám',
      producerName: 'Hộ Lê Thị Tám',
      place: { code: here.code, name: here.name, kind: here.kind, provinceCode: '92', provinceName: here.provinceName },
      provinceName: here.provinceName,
      kind: 'household',
      registrationNumber: null,
      street: null,
      closedUntil: null,
      closedNote: null,
      since: world.clock.now().toISOString(),
      state: 'approved',
    });
  });

  it('is found and approved only by those who answer for its place', async () => {
    const { id } = (await register(await aPerson(), { name: 'Hộ Nguyễn Văn Chín' })).body;
    const seesIt = async (as: Actor) => {
      const list = await world.http('GET', '/households?state=pending&limit=100', { as });
      return (list.body.data as { id: string }[]).some((household) => household.id === id);
    };
    const strangers = [
      clerkOf(sameProvince.code),
      clerkOf(elsewhere.code),
      official('province', '01'),
      anActor({ role: 'clerk', scopeKind: 'office', scopeId: randomUUID() }),
      official('nation', 'XX' as string),
    ];
    for (const stranger of strangers) {
      expect(await seesIt(stranger)).toBe(false);
      const refused = await world.http('POST', `/households/${id}/approval`, { as: stranger });
      const missing = await world.http('POST', `/households/${randomUUID()}/approval`, { as: stranger });
      expect([refused.status, { ...refused.body, requestId: '' }]).toEqual([404, { ...missing.body, requestId: '' }]);
    }
    for (const insider of [clerkOf(here.code), official('province', '92'), official('nation', 'VN')])
      expect(await seesIt(insider)).toBe(true);
    const shopper = await world.http('POST', `/households/${id}/approval`, { as: anActor() });
    const courier = anActor({ role: 'courier', scopeKind: 'commune', scopeId: here.code });
    expect([shopper.status, (await world.http('POST', `/households/${id}/approval`, { as: courier })).status]).toEqual([403, 403]);
    expect((await world.http('GET', '/households')).status).toBe(401);
    const [row] = await sql(world.db.read, 'select state, approved_by from households.household where id = $1', [id]);
    expect(row).toEqual({ state: 'pending', approved_by: null });
  });

  it('is not approved by one of its own members', async () => {
    const clerk = await aPerson('Thư', { role: 'clerk', scopeKind: 'commune', scopeId: here.code });
    const { id } = (await register(clerk)).body;
    expect((await world.http('POST', `/households/${id}/approval`, { as: await again(clerk) })).body.code).toBe('household.own-approval');
    expect((await world.http('POST', `/households/${id}/approval`, { as: clerkOf(here.code), body: EVERYTHING })).status).toBe(200);
    await world.db.read.query(`update households.household set state = 'suspended' where id = $1`, [id]);
    expect((await world.http('POST', `/households/${id}/approval`, { as: clerkOf(here.code) })).body.code).toBe('household.not-pending');
  });

  it('shows each person their own households only, and asks which when there are several', async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const first = (await register(one, { name: 'Hộ một' })).body;
    const second = (await register(one, { name: 'Hộ hai' })).body;
    const foreign = (await register(other, { name: 'Hộ ba' })).body;
    const profile = async (query: string) => world.http('GET', `/household/profile${query}`, { as: await again(one) });
    expect((await profile('')).body.code).toBe('household.choose');
    for (const { id, name } of [first, second]) expect((await profile(`?household=${id}`)).body).toMatchObject({ id, name });
    const refused = await profile(`?household=${foreign.id}`);
    const missing = await profile(`?household=${randomUUID()}`);
    expect([refused.status, { ...refused.body, requestId: '' }]).toEqual([404, { ...missing.body, requestId: '' }]);
    expect((await profile('?household=x')).status).toBe(400);
  });

  it('is registered once by one account however often the button is pressed', async () => {
    const person = await aPerson();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => register(person, { name: i % 2 ? 'Hộ Út Mười' : 'HỘ  ÚT MƯỜI' })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(answers.find((answer) => answer.status === 409)!.body.code).toBe('household.exists');
    expect((await register(await aPerson(), { name: 'Hộ Út Mười' })).status).toBe(201);
  });

  it('gives households of one name addresses of their own', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => aPerson()));
    const slugs = (await Promise.all(people.map((person) => register(person, { name: 'Hộ Đỗ Văn Ơn' })))).map(
      (answer) => answer.body.slug as string,
    );
    expect(new Set(slugs).size).toBe(5);
    expect(slugs).toContain('ho-do-van-on');
    expect((await register(people[0]!, { name: '★★' })).body.slug).toMatch(/^ho\b/);
  });

  it('refuses unknown communes, phones that are none, and every column sent as an extra field', async () => {
    const person = await aPerson();
    const nowhere = await register(person, { communeCode: '99999' });
    expect([nowhere.status, nowhere.body.code, nowhere.body.errors[0].pointer]).toEqual([422, 'place.unknown', '/communeCode']);
    expect((await register(person, { phone: '12' })).body.errors[0].pointer).toBe('/phone');
    const columns = await sql<{ name: string }>(
      world.db.read,
      `select column_name as name from information_schema.columns where table_schema = 'households' and table_name = 'household'`,
    );
    const camel = columns.map(({ name }) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
    const allowed = new Set(['name', 'phone', 'street', 'communeCode', 'producerName']);
    for (const field of [...new Set([...camel, ...columns.map(({ name }) => name)])].filter((name) => !allowed.has(name))) {
      const { status, body } = await register(person, { [field]: 'approved' });
      expect([field, status, body.errors[0].pointer]).toEqual([field, 400, `/${field}`]);
    }
    const [count] = await sql(world.db.read, 'select count(*)::int as n from households.household where created_by = $1', [
      person.accountId,
    ]);
    expect(count).toEqual({ n: 0 });
  });

  it('lists what waits in pages that neither repeat nor lose a household', async () => {
    const communes = world.get(Places).communes('04');
    const people = await Promise.all(Array.from({ length: 7 }, () => aPerson()));
    for (const [i, person] of people.entries()) await register(person, { name: `Hộ số ${i}`, communeCode: communes[i % 3]!.code });
    const as = official('province', '04');
    const names: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await world.http('GET', `/households?limit=3${cursor}`, { as });
      names.push(...body.data.map((household: { name: string }) => household.name));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(names.sort()).toEqual(Array.from({ length: 7 }, (_, i) => `Hộ số ${i}`));
    for (const cursor of ['x', 'WzEsMl0', encodeURIComponent('["a","b"]')])
      expect((await world.http('GET', `/households?cursor=${cursor}`, { as })).status).toBe(400);
  });

  it('is made once by imports, even by two at once, and keeps its subjects', async () => {
    const producer = { name: 'HTX Đông Hải', commune: here };
    const ensure = (name: string) =>
      world.db.transaction(async (tx) => {
        const subject = await world.get(EnsureSubject).run(tx, { ...producer, name, kind: 'cooperative' });
        const household = await world.get(EnsureHousehold).run(tx, { ...producer, name, subjectId: subject.id });
        return { subject, household };
      });
    const all = await Promise.all(['HTX Đông Hải', 'HTX Ðông Hải', 'htx ĐÔNG HẢI', 'HTX “Đông Hải”'].map(ensure));
    expect(new Set(all.map((made) => made.household.id)).size).toBe(1);
    expect(new Set(all.map((made) => made.subject.id)).size).toBe(1);
    expect(all.filter((made) => made.household.created)).toHaveLength(1);
    expect(all.filter((made) => made.subject.created)).toHaveLength(1);
    const [row] = await sql(world.db.read, 'select count(*)::int as links from households.subject_household');
    expect(row).toEqual({ links: 1 });
    const province = { code: '92', name: here.provinceName };
    const alone = { name: 'Hộ ông Năm Tạo', province };
    const rivals = await Promise.all(
      Array.from({ length: 8 }, () => world.db.transaction((tx) => world.get(EnsureHousehold).run(tx, alone))),
    );
    expect([new Set(rivals.map((made) => made.id)).size, rivals.filter((made) => made.created).length]).toEqual([1, 1]);
    const bare = await world.db.transaction((tx) => world.get(EnsureHousehold).run(tx, { name: 'Hộ không rõ xã', province }));
    const summary = (await world.get(Households).byIds(world.db.read, [bare.id, randomUUID()])).get(bare.id);
    expect(summary).toMatchObject({ state: 'pending', communeCode: null, provinceCode: '92', phone: null });
    expect(await world.get(Households).bySlug(world.db.read, bare.slug)).toEqual(summary);
    expect(await world.get(Households).bySlug(world.db.read, 'nobody')).toBeNull();
  });
});
