import { drift } from '@choxa/platform';
import { DemoCredentials } from './demo/demo-credentials.js';
import { IdentityWorld, OFFICE } from './identity.factory.js';
import { Accounts, DEMO_ACCOUNTS, identityLib } from './index.js';

describe('identity', () => {
  let identity: IdentityWorld;
  beforeAll(async () => {
    identity = await IdentityWorld.open();
  });
  afterAll(() => identity.close());

  it('has no drift between entities and migrations', async () => {
    expect(await drift(identity.world.config.databaseUrl, [identityLib])).toEqual([]);
  });

  it('makes the account at the first sign-in and finds it at the second', async () => {
    const first = await identity.signedIn('0912888999', { name: ' Nguyễn  Văn Năm ' });
    expect(first.answer.body).toEqual({
      id: first.id,
      name: 'Nguyễn Văn Năm',
      phone: '+84912888999',
      secondFactor: 'not-needed',
      roles: [{ role: 'shopper', scopeKind: 'self', scopeId: first.id, scopeName: null }],
      households: [],
      offices: [],
      actingFor: null,
    });
    expect(String(first.answer.headers['set-cookie'])).toMatch(/phien=[\w-]{43};.*Path=\/;.*HttpOnly;.*SameSite=Lax/);
    const second = await identity.signedIn(first.phone, { name: 'Somebody else' });
    expect([second.id, second.answer.body.name]).toEqual([first.id, 'Nguyễn Văn Năm']);
    expect(second.token).not.toBe(first.token);
  });

  it('lets people change their own name, and nothing else of themselves', async () => {
    const { token, id } = await identity.signedIn();
    const cookie = `phien=${token}`;
    const renamed = await identity.world.http('PATCH', '/me', { cookie, body: { name: 'Lê Thị Bốn' } });
    expect([renamed.status, renamed.body.name]).toEqual([200, 'Lê Thị Bốn']);
    for (const field of ['id', 'phone', 'roles', 'disabledAt', 'createdAt'])
      expect((await identity.world.http('PATCH', '/me', { cookie, body: { name: 'X', [field]: 'x' } })).status).toBe(400);
    expect((await identity.me(token)).body).toMatchObject({ id, name: 'Lê Thị Bốn' });
    expect((await identity.world.http('PATCH', '/me', { body: { name: 'X' } })).status).toBe(401);
  });

  it('shows no demo outside demo mode', async () => {
    expect((await identity.world.http('GET', '/demo')).status).toBe(404);
  });
});

describe('identity in a demo', () => {
  let identity: IdentityWorld;
  beforeAll(async () => {
    identity = await IdentityWorld.open({ demo: true });
  });
  afterAll(() => identity.close());

  it('names its invented people in the language of the visitor, and lets many sign in with their phones', async () => {
    const vi = (await identity.world.http('GET', '/demo')).body;
    const en = (await identity.world.http('GET', '/demo', { headers: { 'accept-language': 'en-GB,vi;q=0.5' } })).body;
    expect(vi.accounts).toHaveLength(DEMO_ACCOUNTS.length);
    expect([vi.accounts[1].roleName, en.accounts[1].roleName]).toEqual(['Hộ nông dân', 'Farming household']);
    for (const { phone } of vi.accounts) for (let i = 0; i < 7; i += 1) expect((await identity.send(phone)).status).toBe(202);
    const inbox = await identity.world.http('GET', '/demo/messages?to=%2B84500000002');
    expect(inbox.body.data[0].text).toMatch(/^\d{6} là mã đăng nhập/);
  });

  it('says how its staff sign in; several visitors may at once, and none may change or lock what all share', async () => {
    const clerk = DEMO_ACCOUNTS.find(({ key }) => key === 'clerk')!;
    const accounts = identity.world.get(Accounts);
    await identity.world.db.transaction(async (tx) => {
      const { id } = await accounts.ensure(tx, clerk);
      await accounts.grant(tx, 'system', id, OFFICE);
    });
    await identity.world.get(DemoCredentials).run();
    const { staffPassword, staffCode } = (await identity.world.http('GET', '/demo')).body;
    for (let i = 0; i < 12; i += 1) expect((await identity.givePassword(clerk.phone, 'sai mật khẩu')).body.code).toBe('password.wrong');
    const visitors = await Promise.all([1, 2].map(() => identity.givePassword(clerk.phone, staffPassword)));
    for (const { body } of visitors) expect((await identity.giveFactor(body.token, '000000')).body.code).toBe('factor.wrong');
    const sessions = await Promise.all(visitors.map(({ body }) => identity.giveFactor(body.token, staffCode)));
    expect(sessions.map(({ status }) => status)).toEqual([201, 201]);
    const token = identity.tokenOf(sessions[0]!);
    expect((await identity.me(token)).body.offices).toEqual([{ id: OFFICE.scopeId, name: OFFICE.label }]);
    const attempts = [
      identity.as(token, 'PUT', '/me/password', { current: staffPassword, password: 'của riêng tôi' }),
      identity.as(token, 'POST', '/me/second-factor', { password: staffPassword }),
      identity.as(token, 'POST', '/me/recovery-codes', { password: staffPassword }),
    ];
    expect((await Promise.all(attempts)).map(({ body }) => body.code)).toEqual(['demo.shared', 'demo.shared', 'demo.shared']);
  });
});
