import { Controller, Get, Module, Post } from '@nestjs/common';
import { Actor, Can, definePolicies, Public, sql, Who, type Grant } from '@choxa/platform';
import { IdentityWorld, OFFICE, type Staff } from '../identity.factory.js';
import { Accounts } from '../index.js';

definePolicies({ 'test.parcel.read': ['clerk'], 'test.parcel.write': ['clerk'], 'test.audit.read': ['official'] });

@Controller('test-parcels')
class ParcelsController {
  @Get()
  @Can('test.parcel.read')
  read(@Who() actor: Actor) {
    return { offices: actor.scope('office', 'clerk') };
  }

  @Post()
  @Can('test.parcel.write')
  write() {
    return { written: true };
  }

  @Get('audit')
  @Can('test.audit.read')
  audit() {
    return {};
  }

  @Get('anybody')
  @Public({ who: true })
  anybody(@Who() actor: Actor | null) {
    return { known: Boolean(actor) };
  }
}

@Module({ controllers: [ParcelsController] })
class ParcelsModule {}

describe('API keys', () => {
  let identity: IdentityWorld;
  let clerk: Staff;
  const office: Grant = { role: 'clerk', scopeKind: 'office', scopeId: OFFICE.scopeId };
  const other = { ...OFFICE, scopeId: 'office-2', label: 'Bưu cục Trà Vinh' };

  beforeAll(async () => {
    identity = await IdentityWorld.open({ imports: [ParcelsModule] });
    clerk = await identity.staff(OFFICE, other);
  });
  afterAll(() => identity.close());

  const create = (more: object = {}, token = clerk.token) =>
    identity.as(token, 'POST', '/me/api-keys', {
      name: 'Máy quét',
      grants: [office],
      policies: ['test.parcel.read', 'me.read'],
      days: 30,
      ...more,
    });
  /** A call of a program: no cookie, and none of the headers a browser sends. */
  const call = (key: string, method: string, path: string, headers: Record<string, string> = {}) =>
    identity.world.http(method, path, { headers: { authorization: `Bearer ${key}`, 'sec-fetch-site': 'cross-site', ...headers } });

  it('are shown once, kept hashed, and known again by how they begin', async () => {
    const { status, body } = await create({ name: 'Phần mềm kho' });
    expect(status).toBe(201);
    expect(body.key).toMatch(/^cxk_[a-z2-9]{8}_[\w-]{43}$/);
    const listed = (await identity.as(clerk.token, 'GET', '/me/api-keys')).text;
    const kept = JSON.stringify(await sql(identity.world.db.read, 'select * from identity.api_key'));
    expect([listed, kept].map((text) => [text.includes(body.apiKey.prefix), text.includes(body.key)])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('pass their own policies over their own things, without cookie or origin, and nothing else', async () => {
    const { key } = (await create()).body;
    expect((await call(key, 'GET', '/test-parcels')).body).toEqual({ offices: [OFFICE.scopeId] });
    expect((await call(key, 'GET', '/me')).body.offices).toEqual([{ id: OFFICE.scopeId, name: OFFICE.label }]);
    for (const [method, path] of [
      ['POST', '/test-parcels'],
      ['GET', '/test-parcels/audit'],
      ['GET', '/sessions'],
      ['GET', '/me/api-keys'],
      ['DELETE', '/sessions/others'],
    ] as const)
      expect([path, (await call(key, method, path)).body.code]).toEqual([path, 'auth.forbidden']);
    const writing = (await create({ policies: ['test.parcel.write'] })).body.key;
    expect((await call(writing, 'POST', '/test-parcels')).body).toEqual({ written: true });
  });

  it('count alone: a cookie beside a key adds nothing, and an unknown key is told', async () => {
    const { key } = (await create({ grants: [], policies: ['me.read'] })).body;
    expect((await call(key, 'GET', '/test-parcels', { cookie: `phien=${clerk.token}` })).body.code).toBe('auth.forbidden');
    for (const path of ['/test-parcels', '/test-parcels/anybody'])
      expect((await call(`${key}x`, 'GET', path, { cookie: `phien=${clerk.token}` })).body.code).toBe('auth.required');
    expect((await call(key, 'GET', '/test-parcels/anybody')).body).toEqual({ known: true });
  });

  it('are given no right that their maker lacks, and none to act in person', async () => {
    const refused = async (more: object, token?: string) => {
      const { status, body } = await create(more, token);
      return [status, body.errors.map((error: { pointer: string }) => error.pointer)];
    };
    expect(await refused({ grants: [{ ...office, scopeId: 'office-9' }] })).toEqual([400, ['/grants/0']]);
    expect(await refused({ policies: ['test.parcel.read', 'test.audit.read'] })).toEqual([400, ['/policies/1']]);
    for (const policy of ['account.secure', 'api-key.manage', 'session.end', 'me.write', 'no.such'])
      expect([policy, ...(await refused({ policies: [policy] }))]).toEqual([policy, 400, ['/policies/0']]);
    const { token } = await identity.signedIn(clerk.phone);
    expect(await refused({}, token)).toEqual([400, ['/grants/0']]);
  });

  it('lose on the very next request what the account loses, and end by day, by revocation and with the account', async () => {
    const staff = await identity.staff(OFFICE);
    const keyOf = async (days = 30) => (await create({ days }, staff.token)).body;
    const { key, apiKey } = await keyOf();
    const accounts = identity.world.get(Accounts);
    await identity.world.db.transaction((tx) => accounts.revoke(tx, 'system', staff.id, office));
    expect((await call(key, 'GET', '/test-parcels')).body.code).toBe('auth.forbidden');
    await identity.world.db.transaction((tx) => accounts.grant(tx, 'system', staff.id, OFFICE));
    expect((await call(key, 'GET', '/test-parcels')).status).toBe(200);

    expect((await identity.as(clerk.token, 'DELETE', `/me/api-keys/${apiKey.id}`)).status).toBe(404);
    expect((await identity.as(staff.token, 'DELETE', `/me/api-keys/${apiKey.id}`)).status).toBe(204);
    expect((await call(key, 'GET', '/test-parcels')).status).toBe(401);

    const short = await keyOf(1);
    const long = await keyOf();
    identity.world.clock.advance(24 * 3_600_000);
    expect([(await call(short.key, 'GET', '/test-parcels')).status, (await call(long.key, 'GET', '/test-parcels')).status]).toEqual([
      401, 200,
    ]);
    await identity.world.db.read.query('update identity.account set disabled_at = now() where id = $1', [staff.id]);
    expect((await call(long.key, 'GET', '/test-parcels')).status).toBe(401);
  });

  it('are at most twenty to an account, also for rivals', async () => {
    const { token } = await identity.signedIn();
    const wanted = { grants: [], policies: ['me.read'] };
    const answers = await Promise.all(Array.from({ length: 24 }, () => create(wanted, token)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.find(({ status }) => status !== 201)!.body.code).toBe('key.too-many');
  });
});
