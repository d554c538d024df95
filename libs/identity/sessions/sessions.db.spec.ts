import { Controller, Get, Module } from '@nestjs/common';
import { Can, definePolicies, sql } from '@choxa/platform';
import { IdentityWorld, OFFICE } from '../identity.factory.js';
import { Accounts } from '../index.js';

definePolicies({ 'test.staff': ['clerk'] });

@Controller('desk-of-staff')
class StaffDeskController {
  @Get()
  @Can('test.staff')
  read() {
    return { open: true };
  }
}

@Module({ controllers: [StaffDeskController] })
class StaffDeskModule {}

// Promise 18. The mutant e2e/mutants/ended-session-counts.patch must make it fail.
describe('sessions', () => {
  let identity: IdentityWorld;
  beforeAll(async () => {
    identity = await IdentityWorld.open({ imports: [StaffDeskModule] });
  });
  afterAll(() => identity.close());

  it('ends the session a device held before when it signs in again', async () => {
    const first = await identity.signedIn();
    const phone = identity.aPhone();
    const body = { phone, code: await identity.newCodeFor(phone) };
    const second = identity.tokenOf(await identity.world.http('POST', '/sessions', { body, cookie: `phien=${first.token}` }));
    expect([(await identity.me(first.token)).status, (await identity.me(second)).status]).toEqual([401, 200]);
  });

  it('forgets a session on the very request after sign-out, and leaves the other devices alone', async () => {
    const phone = identity.aPhone();
    const [one, other] = [await identity.signedIn(phone), await identity.signedIn(phone)];
    const out = await identity.world.http('DELETE', '/sessions/current', { cookie: `phien=${one.token}` });
    expect([out.status, String(out.headers['set-cookie'])]).toEqual([204, expect.stringContaining('phien=;')]);
    expect((await identity.me(one.token)).body.code).toBe('auth.required');
    expect((await identity.me(other.token)).status).toBe(200);
  });

  it("lists the devices, this one marked, and ends one or all others at once; nobody else's", async () => {
    const phone = identity.aPhone();
    const [one, two, three] = [await identity.signedIn(phone), await identity.signedIn(phone), await identity.signedIn(phone)];
    const stranger = await identity.signedIn();
    const list = async (token: string) => (await identity.as(token, 'GET', '/sessions')).body.data as { id: string; current: boolean }[];
    const listed = await list(one.token);
    expect(listed.map(({ current }) => current).sort()).toEqual([false, false, true]);
    expect(listed[0]).toMatchObject({ browser: null, system: null, secondFactor: false });
    const [own] = await list(two.token).then((all) => all.filter(({ current }) => current));

    expect((await identity.as(stranger.token, 'DELETE', `/sessions/${own!.id}`)).body.code).toBe('not-found');
    expect((await identity.as(one.token, 'DELETE', `/sessions/${own!.id}`)).status).toBe(204);
    expect((await identity.me(two.token)).status).toBe(401);
    expect((await identity.as(one.token, 'DELETE', `/sessions/${own!.id}`)).status).toBe(404);

    expect((await identity.as(one.token, 'DELETE', '/sessions/others')).body).toEqual({ ended: 1 });
    const after = await Promise.all([one, three, stranger].map(({ token }) => identity.me(token)));
    expect(after.map(({ status }) => status)).toEqual([200, 401, 200]);
  });

  it('notes once an hour that a device was seen', async () => {
    const { token } = await identity.signedIn();
    const seen = async () => (await identity.as(token, 'GET', '/sessions')).body.data[0].lastSeenAt;
    const opened = await seen();
    identity.world.clock.advance(59 * 60_000);
    expect(await seen()).toBe(opened);
    identity.world.clock.advance(60_000);
    const now = identity.world.clock.now().toISOString();
    expect([await seen(), opened === now]).toEqual([now, false]);
  });

  it('carries no role of staff in a session that a phone and a code opened', async () => {
    const { id, token } = await identity.signedIn();
    const accounts = identity.world.get(Accounts);
    const household = { role: 'household', scopeKind: 'household', scopeId: 'h1', label: 'Hộ Ba' } as const;
    for (const grant of [OFFICE, household]) await identity.world.db.transaction((tx) => accounts.grant(tx, 'system', id, grant));
    const { roles, secondFactor, offices, households } = (await identity.me(token)).body;
    expect(roles.map((role: { role: string }) => role.role)).toEqual(['shopper', 'household']);
    expect([secondFactor, offices, households]).toEqual(['to-set-up', [], [{ id: 'h1', name: 'Hộ Ba' }]]);
    const answer = await identity.as(token, 'GET', '/desk-of-staff');
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.second-factor']);
  });

  it('lets a grant, its loss and a disabled account act on the very next request', async () => {
    const staff = await identity.staff();
    const { id, phone, token } = staff;
    const accounts = identity.world.get(Accounts);
    const { label, ...grant } = OFFICE;
    await identity.world.db.transaction((tx) => accounts.grant(tx, 'system', id, { ...OFFICE, role: 'courier' }));
    const clerk = (await identity.me(token)).body;
    expect(clerk.offices).toEqual([{ id: grant.scopeId, name: label }]);
    expect(clerk.roles).toContainEqual({ ...grant, scopeName: label });
    await identity.world.db.transaction((tx) => accounts.revoke(tx, 'system', id, grant));
    expect((await identity.me(token)).body.roles.map((role: { role: string }) => role.role)).toEqual(['shopper', 'courier']);
    const trail = await sql<{ action: string; role: string }>(
      identity.world.db.read,
      `select action, details->>'role' as role from platform.trail_entry where subject_id = $1 order by id`,
      [id],
    );
    expect(trail.map(({ action, role }) => [action, role])).toEqual([
      ['role.granted', 'clerk'],
      ['password.set-by-code', null],
      ['second-factor.set', null],
      ['role.granted', 'courier'],
      ['role.revoked', 'clerk'],
    ]);
    await identity.world.db.read.query('update identity.account set disabled_at = now() where id = $1', [id]);
    expect((await identity.me(token)).status).toBe(401);
    expect((await identity.openSession(phone, await identity.newCodeFor(phone))).body.code).toBe('account.disabled');
  });

  it('ends every other session on the very request after a new password', async () => {
    const staff = await identity.staff();
    const [here, there, phone] = [
      await identity.staffSession(staff),
      await identity.staffSession(staff),
      await identity.signedIn(staff.phone),
    ];
    const change = { current: staff.password, password: 'mật khẩu khác hẳn' };
    expect((await identity.as(here, 'PUT', '/me/password', change)).status).toBe(204);
    const after = await Promise.all([here, there, phone.token, staff.token].map((token) => identity.me(token)));
    expect(after.map(({ status }) => status)).toEqual([200, 401, 401, 401]);
    expect((await identity.as(here, 'GET', '/desk-of-staff')).body).toEqual({ open: true });

    const code = await identity.newCodeFor(staff.phone, 'password');
    const reset = { phone: staff.phone, code, password: 'lại thêm một mật khẩu' };
    expect((await identity.world.http('POST', '/passwords', { body: reset })).status).toBe(204);
    expect((await identity.me(here)).status).toBe(401);
  });

  it('ends a session after 90 days, and knows no made-up token', async () => {
    const { token } = await identity.signedIn();
    const start = identity.world.clock.now();
    identity.world.clock.advance(90 * 24 * 3_600_000 - 1000);
    expect((await identity.me(token)).status).toBe(200);
    identity.world.clock.advance(1000);
    expect((await identity.me(token)).status).toBe(401);
    identity.world.clock.set(start);
    for (const made of ['', 'x', `${token}x`, 'a'.repeat(3000), '%00']) expect((await identity.me(made)).status).toBe(401);
  });
});
