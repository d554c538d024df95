import { randomUUID } from 'node:crypto';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { Actor, Can, Database, definePolicies, delegable, sql, Trail, Who } from '@choxa/platform';
import { testWorld, type World } from '@choxa/testing';
import { Accounts, IdentityModule, identityLib } from '../index.js';

definePolicies({ 'field.plough': ['household'], 'field.sell': ['household'], 'field.payout': ['household'] });
delegable({ products: ['field.plough'], orders: ['field.sell'] });

/** Stands in for the libs of the household: two things that can be handed over, and one that cannot. */
@Controller('fields')
class FieldsController {
  constructor(
    private readonly db: Database,
    private readonly trail: Trail,
  ) {}

  @Post('plough')
  @Can('field.plough')
  async plough(@Who() actor: Actor) {
    const households = actor.scope('household', 'household');
    for (const subjectId of households)
      await this.db.transaction((tx) => this.trail.record(tx, actor, { action: 'field.ploughed', subjectKind: 'field', subjectId }));
    return { households };
  }

  @Post('sell')
  @Can('field.sell')
  sell() {
    return {};
  }

  @Get('payout')
  @Can('field.payout')
  payout() {
    return {};
  }
}

@Module({ controllers: [FieldsController] })
class FieldsModule {}

describe('delegation', () => {
  let world: World;
  let phones = 0;
  beforeAll(async () => {
    world = await testWorld({ libs: [identityLib], imports: [IdentityModule, FieldsModule] });
  });
  afterAll(() => world.close());

  const aPhone = () => `+849130${String((phones += 1)).padStart(5, '0')}`;

  /** Somebody with an account, a role and a signed-in device. */
  async function someone(role: 'household' | 'clerk', name: string) {
    const phone = aPhone();
    const scopeId = randomUUID();
    const { id } = await world.db.transaction(async (tx) => {
      const account = await world.get(Accounts).ensure(tx, { phone, name });
      const scopeKind = role === 'household' ? 'household' : 'office';
      await world.get(Accounts).grant(tx, 'system', account.id, { role, scopeKind, scopeId, label: `${role} ${name}` });
      return account;
    });
    return { id, phone, scopeId, cookie: await device(phone) };
  }
  async function device(phone: string): Promise<string> {
    world.clock.advance(1000);
    await world.http('POST', '/one-time-codes', { body: { phone } });
    const opened = await world.http('POST', '/sessions', { body: { phone, code: await codeSentTo(phone) } });
    // As if the clerk's second factor had been given: how that is done is told in staff-sign-in.
    await world.db.read.query(`update identity.session set assurance = 'second-factor' where account_id = $1`, [opened.body.id]);
    return /phien=[^;]+/.exec(String(opened.headers['set-cookie']))![0];
  }
  async function lastMessage(phone: string): Promise<string> {
    const text = 'select body from platform.message where recipient = $1 order by sent_at desc, id limit 1';
    return (await sql<{ body: string }>(world.db.read, text, [phone]))[0]!.body;
  }
  const codeSentTo = async (phone: string) => /\d{6}/.exec(await lastMessage(phone))![0];

  const terms = { duties: ['products'], until: '2026-12-31' };
  const as = (who: { cookie: string }) => ({ cookie: who.cookie });

  /** A household whose phone was read out to a clerk, who now acts for it. */
  async function acting(duties = ['products']) {
    const [household, clerk] = [await someone('household', 'Bền'), await someone('clerk', 'Lan')];
    world.clock.advance(1000);
    const asked = await world.http('POST', '/delegations', { ...as(clerk), body: { ...terms, duties, memberPhone: household.phone } });
    expect(asked.status).toBe(201);
    const confirmed = await confirm(clerk, asked.body.id, await codeSentTo(household.phone));
    expect([confirmed.status, confirmed.body.active]).toEqual([200, true]);
    expect((await begin(clerk, asked.body.id)).status).toBe(204);
    return { household, clerk, id: asked.body.id as string };
  }
  const confirm = (who: { cookie: string }, id: string, code: string) =>
    world.http('POST', `/delegations/${id}/confirmation`, { ...as(who), body: { code } });
  const begin = (who: { cookie: string }, delegationId: string) =>
    world.http('PUT', '/sessions/current/acting', { ...as(who), body: { delegationId } });
  const plough = (who: { cookie: string }) => world.http('POST', '/fields/plough', as(who));

  it('is given at the counter with the code of the household’s phone, whose message says to whom and for what', async () => {
    const { household, clerk } = await acting(['products', 'orders']);
    expect(await lastMessage(household.phone)).toMatch(/^\d{6} là mã Chợ Xã để Lan làm thay hộ bạn: đăng bán, trả lời đơn\./);
    expect((await plough(clerk)).body.households).toEqual([household.scopeId]);
    const me = (await world.http('GET', '/me', as(clerk))).body;
    expect(me.actingFor).toMatchObject({
      householdId: household.scopeId,
      householdName: 'household Bền',
      endsAt: '2026-12-31T17:00:00.000Z',
    });
    expect(me.households).toEqual([{ id: household.scopeId, name: 'household Bền' }]);
  });

  it('is given by the household itself, which names the clerk by phone', async () => {
    const [household, clerk] = [await someone('household', 'Mơ'), await someone('clerk', 'Hoa')];
    const offer = { ...terms, householdId: household.scopeId, clerkPhone: clerk.phone };
    const asked = await world.http('POST', '/household/delegations', { ...as(household), body: offer });
    expect([asked.status, asked.body.clerkName]).toEqual([201, 'Hoa']);
    expect((await begin(clerk, asked.body.id)).status).toBe(404); // not confirmed yet
    world.clock.advance(1000);
    expect((await confirm(clerk, asked.body.id, await codeSentTo(household.phone))).status).toBe(404); // the household asked, so it confirms
    await confirm(household, asked.body.id, await codeSentTo(household.phone));
    const received = (await world.http('GET', '/delegations', as(clerk))).body.data;
    expect(received.map((one: { householdName: string }) => one.householdName)).toEqual(['household Mơ']);
  });

  it('never exceeds what was handed over: other duties, money, and giving it on stay with the household', async () => {
    const { household, clerk } = await acting(['products']);
    for (const path of ['POST /fields/sell', 'GET /fields/payout', 'GET /household/delegations', 'GET /household/done-in-name']) {
      const [method, url] = path.split(' ') as [string, string];
      const answer = await world.http(method, url, as(clerk));
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'auth.not-delegated']);
    }
    const other = await someone('clerk', 'Mai');
    const body = { ...terms, householdId: household.scopeId, clerkPhone: other.phone };
    expect((await world.http('POST', '/household/delegations', { ...as(clerk), body })).status).toBe(403);
  });

  it('leaves a clerk’s own household aside while acting for another', async () => {
    const { household, clerk } = await acting();
    const own = { role: 'household', scopeKind: 'household', scopeId: randomUUID(), label: 'own' } as const;
    await world.db.transaction((tx) => world.get(Accounts).grant(tx, 'system', clerk.id, own));
    expect((await plough(clerk)).body.households).toEqual([household.scopeId]);
    expect((await world.http('GET', '/fields/payout', as(clerk))).status).toBe(403);
    await world.http('DELETE', '/sessions/current/acting', as(clerk));
    expect((await plough(clerk)).body.households).toEqual([own.scopeId]);
  });

  it('ends on the very next request: taken back, given back, run out, or when the clerk is one no more', async () => {
    const ended = async (end: (given: Awaited<ReturnType<typeof acting>>) => Promise<unknown>) => {
      const given = await acting();
      expect((await plough(given.clerk)).status).toBe(201);
      await end(given);
      return [(await plough(given.clerk)).status, (await world.http('GET', '/me', as(given.clerk))).body.actingFor];
    };
    const takeBack = (who: { cookie: string }, id: string) => world.http('DELETE', `/delegations/${id}`, as(who));
    expect(await ended(({ household, id }) => takeBack(household, id))).toEqual([403, null]);
    expect(await ended(({ clerk, id }) => takeBack(clerk, id))).toEqual([403, null]);
    const clerkNoMore = ({ clerk }: Awaited<ReturnType<typeof acting>>) => {
      const grant = { role: 'clerk', scopeKind: 'office', scopeId: clerk.scopeId } as const;
      return world.db.transaction((tx) => world.get(Accounts).revoke(tx, 'system', clerk.id, grant));
    };
    expect(await ended(clerkNoMore)).toEqual([403, null]);
    const now = world.clock.now();
    expect(await ended(async () => world.clock.set(new Date('2026-12-31T17:00:00Z')))).toEqual([403, null]);
    world.clock.set(now);
  });

  it('acts on one device of the clerk, and for nobody whose delegation is another’s', async () => {
    const { clerk, id } = await acting();
    const phone = { cookie: await device(clerk.phone) };
    expect((await plough(phone)).status).toBe(403);
    const stranger = await someone('clerk', 'Tư');
    expect((await begin(stranger, id)).status).toBe(404);
    expect((await world.http('DELETE', `/delegations/${id}`, as(stranger))).status).toBe(404);
    expect((await plough(clerk)).status).toBe(201);
  });

  it('counts five guesses of the code, and takes the code of no other request', async () => {
    const [household, clerk, other] = [await someone('household', 'Ba'), await someone('clerk', 'Lan'), await someone('clerk', 'Tư')];
    const ask = (who: { cookie: string }) =>
      world.http('POST', '/delegations', { ...as(who), body: { ...terms, memberPhone: household.phone } });
    const [first, second] = [await ask(clerk), (world.clock.advance(1000), await ask(other))];
    const code = await codeSentTo(household.phone);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await confirm(clerk, first.body.id, code)).status).toBe(401); // it was sent for the other clerk
    for (let n = 0; n < 5; n += 1) expect((await confirm(other, second.body.id, wrong)).body.code).toBe('code.wrong');
    expect((await confirm(other, second.body.id, code)).body.code).toBe('code.expired');
    expect((await world.http('GET', '/delegations', as(other))).body.data).toEqual([]);
  });

  it('puts both names on what was done, and shows it to the household alone', async () => {
    const { household, clerk, id } = await acting();
    await plough(clerk);
    const done = (await world.http('GET', '/household/done-in-name', as(household))).body.data;
    expect(done).toMatchObject([{ action: 'field.ploughed', clerkName: 'Lan', householdId: household.scopeId }]);
    expect((await world.http('GET', '/household/done-in-name', as(await someone('household', 'Tám')))).body.data).toEqual([]);
    const entries = await sql(
      world.db.read,
      `select account_id, on_behalf_of, delegation_id from platform.trail_entry where action = 'field.ploughed' and on_behalf_of = $1`,
      [household.scopeId],
    );
    expect(entries).toEqual([{ account_id: clerk.id, on_behalf_of: household.scopeId, delegation_id: id }]);
  });

  it('refuses a day that is over or too far, no duty, an unknown duty, and phones that are nobody’s', async () => {
    const [household, clerk] = [await someone('household', 'Sáu'), await someone('clerk', 'Lan')];
    const ask = async (body: object) =>
      (await world.http('POST', '/delegations', { ...as(clerk), body: { ...terms, memberPhone: household.phone, ...body } })).body;
    const pointerOf = async (body: object) => (await ask(body)).errors[0].pointer;
    expect(await pointerOf({ until: '2026-11-15' })).toBe('/until');
    expect(await pointerOf({ until: '2028-01-01' })).toBe('/until');
    expect(await pointerOf({ duties: [] })).toBe('/duties');
    expect(await pointerOf({ duties: ['payout'] })).toBe('/duties');
    expect((await ask({ memberPhone: aPhone() })).code).toBe('delegation.household-unknown');
    expect((await ask({ memberPhone: clerk.phone })).code).toBe('delegation.household-unknown');
    const offer = { ...terms, householdId: household.scopeId, clerkPhone: aPhone() };
    expect((await world.http('POST', '/household/delegations', { ...as(household), body: offer })).body.code).toBe(
      'delegation.clerk-unknown',
    );
    const foreign = { ...offer, householdId: randomUUID(), clerkPhone: clerk.phone };
    expect((await world.http('POST', '/household/delegations', { ...as(household), body: foreign })).status).toBe(404);
  });
});
