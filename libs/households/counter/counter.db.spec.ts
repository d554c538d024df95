import { anActor, testWorld, type World } from '@choxa/testing';
import { sql } from '@choxa/platform';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';

describe('a household registered at the counter', () => {
  let world: World;
  let given: HouseholdsGiven;
  let phones = 0;
  beforeAll(async () => {
    world = await testWorld(HOUSEHOLDS_WORLD);
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());

  const clerk = () => given.person('Lan', { role: 'clerk', scopeKind: 'commune', scopeId: given.here.code });
  const aPhone = () => `0914${String((phones += 1)).padStart(6, '0')}`;
  const e164 = (phone: string) => `+84${phone.slice(1)}`;
  const registration = (phone: string, more: object = {}) => ({
    phone,
    code: '000000',
    personName: 'Trần Văn Bền',
    name: 'Hộ Trần Văn Bền',
    communeCode: given.here.code,
    street: 'Ấp 3',
    duties: ['products', 'labels'],
    until: '2027-06-30',
    ...more,
  });
  type Clerk = Awaited<ReturnType<typeof clerk>>;
  const register = (as: Clerk, body: object) => world.http('POST', '/counter/registrations', { as, body });

  /** The code as the household reads it out. */
  async function codeFor(as: Clerk, phone: string): Promise<string> {
    world.clock.advance(1000);
    expect((await world.http('POST', '/counter/registration-codes', { as, body: { phone } })).status).toBe(202);
    const [message] = await sql<{ body: string }>(
      world.db.read,
      'select body from platform.message where recipient = $1 order by sent_at desc limit 1',
      [e164(phone)],
    );
    return /\d{6}/.exec(message!.body)![0];
  }

  it('takes two requests: the phone, then five answers with the code; account, household and delegation are there', async () => {
    const [lan, phone] = [await clerk(), aPhone()];
    const answer = await register(lan, registration(phone, { code: await codeFor(lan, phone) }));
    expect(answer.status).toBe(201);
    expect(answer.body.household).toMatchObject({
      name: 'Hộ Trần Văn Bền',
      producerName: 'Trần Văn Bền',
      phone: e164(phone),
      state: 'pending',
    });
    const [delegation] = await sql(
      world.db.read,
      `select account.phone, account.name, duties, confirmed_at is not null as confirmed, clerk_id from identity.delegation
         join identity.account on account.id = member_id where delegation.id = $1`,
      [answer.body.delegationId],
    );
    expect(delegation).toEqual({
      phone: e164(phone),
      name: 'Trần Văn Bền',
      duties: ['products', 'labels'],
      confirmed: true,
      clerk_id: lan.accountId,
    });
    const trail = await sql<{ action: string }>(
      world.db.read,
      `select action from platform.trail_entry where subject_id = $1 and account_id = $2 order by id`,
      [answer.body.household.id, lan.accountId],
    );
    expect(trail.map(({ action }) => action)).toEqual(['household.registered', 'delegation.granted']);
  });

  it('is approved by another person than the clerk who registered it', async () => {
    const [lan, phone] = [await clerk(), aPhone()];
    const { household } = (await register(lan, registration(phone, { code: await codeFor(lan, phone) }))).body;
    const approve = (as: Clerk) => world.http('POST', `/households/${household.id}/approval`, { as, body: {} });
    expect((await approve(lan)).body.code).toBe('household.own-approval');
    expect((await approve(await clerk())).body.code).toBe('household.unseen'); // asked to look first, not refused
    await given.approve(household.id);
  });

  it('wants the code that came to this phone for this clerk, guessed at most five times', async () => {
    const [lan, other, phone] = [await clerk(), await clerk(), aPhone()];
    const code = await codeFor(lan, phone);
    expect((await register(other, registration(phone, { code }))).body.code).toBe('counter.code-expired');
    expect((await register(lan, registration(aPhone(), { code }))).body.code).toBe('counter.code-expired');
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let n = 0; n < 5; n += 1) expect((await register(lan, registration(phone, { code: wrong }))).body.code).toBe('counter.code-wrong');
    expect((await register(lan, registration(phone, { code }))).body.code).toBe('counter.code-expired');
    expect(await sql(world.db.read, 'select 1 from identity.account where phone = $1', [e164(phone)])).toEqual([]);
  });

  it('keeps the code for another try when something else was wrong, and leaves nothing behind', async () => {
    const [lan, phone] = [await clerk(), aPhone()];
    const code = await codeFor(lan, phone);
    expect((await register(lan, registration(phone, { code, until: '2020-01-01' }))).body.errors[0].pointer).toBe('/until');
    expect(await sql(world.db.read, 'select 1 from identity.account where phone = $1', [e164(phone)])).toEqual([]);
    expect((await register(lan, registration(phone, { code }))).status).toBe(201);
    const again = await register(lan, registration(phone, { code: await codeFor(lan, phone) }));
    expect([again.status, again.body.code]).toEqual([409, 'household.exists']);
  });

  it('lies in the clerk’s own commune, has another’s phone, and is a clerk’s to register', async () => {
    const lan = await clerk();
    const elsewhere = registration(aPhone(), { communeCode: given.elsewhere.code });
    expect((await register(lan, elsewhere)).body).toMatchObject({ code: 'counter.elsewhere', errors: [{ pointer: '/communeCode' }] });
    expect((await register(lan, registration(lan.phone))).body.code).toBe('counter.own-phone');
    expect((await register(await given.person('Ai đó'), registration(aPhone()))).status).toBe(403);
  });
});
