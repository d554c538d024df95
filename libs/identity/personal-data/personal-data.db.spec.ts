import { HoldsPersonalData, sql, type Obstacle, type Person } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { Accounts, ExecuteDeletions, IdentityModule, identityLib } from '../index.js';

const busy = new Set<string>();
const asked: string[] = [];

/** Another lib that has something of a person. */
@HoldsPersonalData()
class OtherData {
  readonly part = 'other';
  async read(_: unknown, { accountId }: Person) {
    return { hearsOf: accountId };
  }
  async obstacles(_: unknown, { accountId }: Person): Promise<Obstacle[]> {
    return busy.has(accountId) ? [{ kind: 'open-thing', vi: 'Việc X chưa xong', en: 'Thing X is not finished' }] : [];
  }
  async erase(_: unknown, { accountId }: Person) {
    asked.push(accountId);
  }
}

describe('personal data', () => {
  let world: World;
  let people = 0;
  beforeAll(async () => {
    world = await testWorld({ libs: [identityLib], imports: [IdentityModule], providers: [OtherData] });
  });
  // A Monday.
  beforeEach(() => world.clock.set(new Date('2026-11-16T02:00:00Z')));
  afterAll(() => world.close());

  async function aPerson() {
    const phone = `+8450003${String((people += 1)).padStart(4, '0')}`;
    const account = await world.db.transaction((tx) => world.get(Accounts).ensure(tx, { phone, name: `Người số ${people}` }));
    return Object.assign(anActor(), { accountId: account.id, name: account.name, phone });
  }
  type Somebody = Awaited<ReturnType<typeof aPerson>>;
  const ask = (as: Somebody) => world.http('POST', '/me/deletion', { as });
  const own = async (as: Somebody) => (await world.http('GET', '/me/deletion', { as })).body.data[0];
  const execute = (day: string) => {
    world.clock.set(new Date(`${day}T02:00:00Z`));
    return world.get(ExecuteDeletions).run();
  };

  it('come as one file with the part of every lib, and the download is on the record', async () => {
    const person = await aPerson();
    const { body, headers } = await world.http('GET', '/me/data', { as: person });
    expect(headers['content-disposition']).toContain('attachment');
    expect(Object.keys(body.parts)).toEqual(['account', 'other']);
    expect(body.parts).toMatchObject({ account: { name: person.name, phone: person.phone }, other: { hearsOf: person.accountId } });
    const trail = `select action from platform.trail_entry where account_id = $1`;
    expect(await sql(world.db.read, trail, [person.accountId])).toEqual([{ action: 'personal-data.downloaded' }]);
    expect((await world.http('GET', '/me/data')).status).toBe(401);
  });

  it('are asked to be deleted once, with days counted over weekends and holidays', async () => {
    world.clock.set(new Date('2026-08-28T02:00:00Z'));
    const person = await aPerson();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(person)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    // Friday 28/8: Monday 31/8, National Day 1/9 and 2/9 off, then 3/9.
    expect(await own(person)).toMatchObject({ state: 'accepted', answerDueOn: '2026-09-03', notBefore: '2026-09-04', dueOn: '2026-09-22' });
    const [message] = await sql<{ body: string }>(world.db.read, `select body from platform.message where recipient = $1`, [person.phone]);
    expect(message!.body).toContain('04/09/2026');
  });

  it('stay while the person may change their mind, and go on the day', async () => {
    const person = await aPerson();
    await ask(person);
    await execute('2026-11-18');
    expect(asked).not.toContain(person.accountId);
    expect(await execute('2026-11-19')).toBe(1);
    expect(await execute('2026-11-19')).toBe(0);
    expect(asked).toContain(person.accountId);
    const [account] = await sql(world.db.read, 'select phone, name, disabled_at, erased_at from identity.account where id = $1', [
      person.accountId,
    ]);
    expect(account).toEqual({ phone: `erased:${person.accountId}`, name: '', disabled_at: expect.any(Date), erased_at: expect.any(Date) });
    const again = await world.db.transaction((tx) => world.get(Accounts).ensure(tx, { phone: person.phone }));
    expect(again.id).not.toBe(person.accountId);
  });

  it('stay when the request is taken back', async () => {
    const person = await aPerson();
    await ask(person);
    expect((await world.http('DELETE', '/me/deletion', { as: person })).status).toBe(204);
    expect((await world.http('DELETE', '/me/deletion', { as: person })).status).toBe(404);
    await execute('2026-12-30');
    expect(asked).not.toContain(person.accountId);
    expect((await own(person)).state).toBe('withdrawn');
    expect((await ask(person)).status).toBe(201);
  });

  it('are held back by something unfinished, which is named, and go when it is done', async () => {
    const person = await aPerson();
    busy.add(person.accountId);
    expect((await ask(person)).body).toMatchObject({ state: 'held', obstacles: [{ kind: 'open-thing', text: 'Việc X chưa xong' }] });
    await execute('2026-11-19');
    expect(asked).not.toContain(person.accountId);
    busy.delete(person.accountId);
    expect(await execute('2026-11-20')).toBe(1);
    expect(asked).toContain(person.accountId);
  });

  it('are held back by a role at a post office or an authority', async () => {
    const person = await aPerson();
    const grant = { role: 'clerk', scopeKind: 'office', scopeId: 'office-1', label: 'Bưu cục Cầu Kè' } as const;
    await world.db.transaction((tx) => world.get(Accounts).grant(tx, 'system', person.accountId, grant));
    expect((await ask(person)).body.obstacles).toEqual([{ kind: 'staff-role', text: expect.stringContaining('Bưu cục Cầu Kè') }]);
  });

  it('show their clocks to those who answer for the nation, without anybody’s name or phone', async () => {
    const person = await aPerson();
    await ask(person);
    const list = (scopeKind: 'nation' | 'province', scopeId: string) =>
      world.http('GET', '/deletion-requests?limit=100', { as: anActor({ role: 'official', scopeKind, scopeId }) });
    world.clock.set(new Date('2026-12-30T02:00:00Z'));
    const { body, text } = await list('nation', 'VN');
    const { id } = await own(person);
    expect(body.data.find((one: { id: string }) => one.id === id)).toMatchObject({ state: 'accepted', overdue: true, obstacleKinds: [] });
    for (const mark of [person.phone, person.name, person.accountId]) expect(text).not.toContain(mark);
    expect((await list('province', '92')).body.data).toEqual([]);
    expect((await world.http('GET', '/deletion-requests', { as: person })).status).toBe(403);
  });
});
