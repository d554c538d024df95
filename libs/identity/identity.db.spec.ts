import { drift, sql } from '@choxa/platform';
import { testWorld, type HttpAnswer, type World } from '@choxa/testing';
import { Accounts, DEMO_ACCOUNTS, IdentityModule, identityLib } from './index.js';

describe('identity', () => {
  let world: World;
  let phones = 0;

  beforeAll(async () => {
    world = await testWorld({ libs: [identityLib], imports: [IdentityModule] });
  });
  afterAll(() => world.close());

  const aPhone = () => `0912${String((phones += 1)).padStart(6, '0')}`;
  const e164 = (phone: string) => `+84${phone.slice(1)}`;
  const send = (phone: string) => world.http('POST', '/one-time-codes', { body: { phone } });
  /** Asks for a code and reads it; time passes, so that messages have an order. */
  async function newCodeFor(phone: string): Promise<string> {
    world.clock.advance(1000);
    expect((await send(phone)).status).toBe(202);
    return codeSentTo(phone);
  }
  const open = (phone: string, code: string, more: object = {}) => world.http('POST', '/sessions', { body: { phone, code, ...more } });
  const tokenOf = (answer: HttpAnswer) => /phien=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!;
  const me = (token: string) => world.http('GET', '/me', { cookie: `phien=${token}` });

  async function codeSentTo(phone: string): Promise<string> {
    const text = 'select body from platform.message where recipient = $1 order by sent_at desc, id limit 1';
    const [message] = await sql<{ body: string }>(world.db.read, text, [e164(phone)]);
    return /\d{6}/.exec(message!.body)![0];
  }
  const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  async function signedIn(phone = aPhone(), more: object = {}) {
    const answer = await open(phone, await newCodeFor(phone), more);
    expect(answer.status).toBe(201);
    return { phone, token: tokenOf(answer), id: answer.body.id as string, answer };
  }

  it('has no drift between entities and migrations', async () => {
    expect(await drift(world.config.databaseUrl, [identityLib])).toEqual([]);
  });

  it('makes the account at the first sign-in and finds it at the second', async () => {
    const first = await signedIn('0912888999', { name: ' Nguyễn  Văn Năm ' });
    expect(first.answer.body).toEqual({
      id: first.id,
      name: 'Nguyễn Văn Năm',
      phone: '+84912888999',
      roles: [{ role: 'shopper', scopeKind: 'self', scopeId: first.id, scopeName: null }],
      households: [],
      offices: [],
      actingFor: null,
    });
    expect(String(first.answer.headers['set-cookie'])).toMatch(/phien=[\w-]{43};.*Path=\/;.*HttpOnly;.*SameSite=Lax/);
    const second = await signedIn(first.phone, { name: 'Somebody else' });
    expect([second.id, second.answer.body.name]).toEqual([first.id, 'Nguyễn Văn Năm']);
    expect(second.token).not.toBe(first.token);
  });

  it('keeps neither code nor token in the clear', async () => {
    const { phone, token } = await signedIn();
    const code = await codeSentTo(phone);
    const rows = JSON.stringify([
      await sql(world.db.read, 'select * from identity.one_time_code where phone = $1', [e164(phone)]),
      await sql(world.db.read, 'select * from identity.session'),
    ]);
    expect(rows).not.toContain(`"${code}"`);
    expect(rows).not.toContain(token);
  });

  it('answers a known and an unknown phone alike, when asked for a code and when given a wrong one', async () => {
    const known = await signedIn();
    const unknown = aPhone();
    world.clock.advance(1000);
    const [a, b] = [await send(known.phone), await send(unknown)];
    expect([a.status, a.body]).toEqual([202, { expiresAt: new Date(world.clock.now().getTime() + 300_000).toISOString() }]);
    expect([b.status, b.body]).toEqual([a.status, a.body]);
    const withoutId = ({ status, body }: HttpAnswer) => ({ status, body: { ...body, requestId: '' } });
    const wrong = await Promise.all([known.phone, unknown].map(async (phone) => open(phone, otherThan(await codeSentTo(phone)))));
    expect(withoutId(wrong[0]!)).toEqual(withoutId(wrong[1]!));
    expect(wrong[0]!.body.code).toBe('code.wrong');
    const [row] = await sql(world.db.read, 'select count(*)::int as n from identity.account where phone = $1', [e164(unknown)]);
    expect(row).toEqual({ n: 0 });
  });

  it('evaluates at most five of 200 guesses made at once, and then not even the right one', async () => {
    const phone = aPhone();
    const code = await newCodeFor(phone);
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, i) => open(phone, String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'))),
    );
    expect(guesses.map((answer) => answer.status)).toEqual(Array.from({ length: 200 }, () => 401));
    expect(guesses.filter((answer) => answer.body.code === 'code.wrong')).toHaveLength(5);
    expect((await open(phone, code)).body.code).toBe('code.expired');
  });

  it('opens one session for fifty rivals with the right code', async () => {
    const phone = aPhone();
    const code = await newCodeFor(phone);
    const answers = await Promise.all(Array.from({ length: 50 }, () => open(phone, code)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const [row] = await sql(
      world.db.read,
      'select count(*)::int as n from identity.session join identity.account on account.id = account_id where phone = $1',
      [e164(phone)],
    );
    expect(row).toEqual({ n: 1 });
  });

  it('lets a code work for five minutes, and an older one no longer', async () => {
    const phone = aPhone();
    const first = await newCodeFor(phone);
    world.clock.advance(60_000);
    const second = await newCodeFor(phone);
    if (first !== second) expect((await open(phone, first)).body.code).toBe('code.wrong');
    world.clock.advance(5 * 60_000);
    expect((await open(phone, second)).body.code).toBe('code.expired');
  });

  it('sends five codes in a quarter of an hour even to rivals, and says how long to wait', async () => {
    const phone = aPhone();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(phone)));
    expect(answers.filter((answer) => answer.status === 202)).toHaveLength(5);
    const refused = answers.find((answer) => answer.status === 429)!;
    expect([refused.body.code, Number(refused.headers['retry-after'])]).toEqual(['code.too-many', 900]);
    const [row] = await sql(world.db.read, 'select count(*)::int as n from platform.message where recipient = $1', [e164(phone)]);
    expect(row).toEqual({ n: 5 });
  });

  it('refuses what is no mobile number, no code, or has extra fields', async () => {
    for (const phone of ['', '123', '024 3822 0000', '+1 202 555 0100', "0912' or 1=1"]) {
      const { status, body } = await send(phone);
      expect([phone, status, body.errors[0].pointer]).toEqual([phone, 400, '/phone']);
    }
    const phone = aPhone();
    for (const code of ['12345', '1234567', 'abcdef', '']) expect((await open(phone, code)).status).toBe(400);
    const extra = await open(phone, '123456', { role: 'admin' });
    expect([extra.status, extra.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([400, ['/role']]);
    expect((await world.http('POST', '/one-time-codes', { body: { phone, expiresAt: '2030-01-01T00:00:00Z' } })).status).toBe(400);
  });

  it('ends the session a device held before when it signs in again', async () => {
    const first = await signedIn();
    const phone = aPhone();
    const body = { phone, code: await newCodeFor(phone) };
    const second = tokenOf(await world.http('POST', '/sessions', { body, cookie: `phien=${first.token}` }));
    expect([(await me(first.token)).status, (await me(second)).status]).toEqual([401, 200]);
  });

  it('forgets a session on the very request after sign-out, and leaves the other devices alone', async () => {
    const phone = aPhone();
    const [one, other] = [await signedIn(phone), await signedIn(phone)];
    const out = await world.http('DELETE', '/sessions/current', { cookie: `phien=${one.token}` });
    expect([out.status, String(out.headers['set-cookie'])]).toEqual([204, expect.stringContaining('phien=;')]);
    expect((await me(one.token)).body.code).toBe('auth.required');
    expect((await me(other.token)).status).toBe(200);
  });

  it('lets a grant, its loss and a disabled account act on the very next request', async () => {
    const { id, token, phone } = await signedIn();
    const accounts = world.get(Accounts);
    const grant = { role: 'clerk', scopeKind: 'office', scopeId: 'office-1' } as const;
    await world.db.transaction((tx) => accounts.grant(tx, 'system', id, { ...grant, label: 'Bưu cục Cầu Kè' }));
    await world.db.transaction((tx) => accounts.grant(tx, 'system', id, { ...grant, role: 'courier', label: 'Bưu cục Cầu Kè' }));
    const clerk = (await me(token)).body;
    expect(clerk.offices).toEqual([{ id: 'office-1', name: 'Bưu cục Cầu Kè' }]);
    expect(clerk.roles).toContainEqual({ ...grant, scopeName: 'Bưu cục Cầu Kè' });
    await world.db.transaction((tx) => accounts.revoke(tx, 'system', id, grant));
    expect((await me(token)).body.roles.map((role: { role: string }) => role.role)).toEqual(['shopper', 'courier']);
    const trail = await sql<{ action: string; role: string }>(
      world.db.read,
      `select action, details->>'role' as role from platform.trail_entry where subject_id = $1 order by id`,
      [id],
    );
    expect(trail.map(({ action, role }) => `${action} ${role}`)).toEqual([
      'role.granted clerk',
      'role.granted courier',
      'role.revoked clerk',
    ]);
    await world.db.read.query('update identity.account set disabled_at = now() where id = $1', [id]);
    expect((await me(token)).status).toBe(401);
    expect((await open(phone, await newCodeFor(phone))).body.code).toBe('account.disabled');
  });

  it('ends a session after 90 days, and knows no made-up token', async () => {
    const { token } = await signedIn();
    const start = world.clock.now();
    world.clock.advance(90 * 24 * 3_600_000 - 1000);
    expect((await me(token)).status).toBe(200);
    world.clock.advance(1000);
    expect((await me(token)).status).toBe(401);
    world.clock.set(start);
    for (const made of ['', 'x', `${token}x`, 'a'.repeat(3000), '%00']) expect((await me(made)).status).toBe(401);
  });

  it('lets people change their own name, and nothing else of themselves', async () => {
    const { token, id } = await signedIn();
    const cookie = `phien=${token}`;
    const renamed = await world.http('PATCH', '/me', { cookie, body: { name: 'Lê Thị Bốn' } });
    expect([renamed.status, renamed.body.name]).toEqual([200, 'Lê Thị Bốn']);
    for (const field of ['id', 'phone', 'roles', 'disabledAt', 'createdAt'])
      expect((await world.http('PATCH', '/me', { cookie, body: { name: 'X', [field]: 'x' } })).status).toBe(400);
    expect((await me(token)).body).toMatchObject({ id, name: 'Lê Thị Bốn' });
    expect((await world.http('PATCH', '/me', { body: { name: 'X' } })).status).toBe(401);
  });

  it('shows no demo outside demo mode', async () => {
    expect((await world.http('GET', '/demo')).status).toBe(404);
  });
});

describe('identity in a demo', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: [identityLib], imports: [IdentityModule], config: { demo: true } });
  });
  afterAll(() => world.close());

  it('names its invented people in the language of the visitor, and lets many sign in with their phones', async () => {
    const vi = (await world.http('GET', '/demo')).body;
    const en = (await world.http('GET', '/demo', { headers: { 'accept-language': 'en-GB,vi;q=0.5' } })).body;
    expect(vi.accounts).toHaveLength(DEMO_ACCOUNTS.length);
    expect([vi.accounts[1].roleName, en.accounts[1].roleName]).toEqual(['Hộ nông dân', 'Farming household']);
    for (const { phone } of vi.accounts)
      for (let i = 0; i < 7; i += 1) expect((await world.http('POST', '/one-time-codes', { body: { phone } })).status).toBe(202);
    const inbox = await world.http('GET', '/demo/messages?to=%2B84500000002');
    expect(inbox.body.data[0].text).toMatch(/^\d{6} là mã đăng nhập/);
  });
});
