import { randomUUID } from 'node:crypto';
import { identityLib, IdentityModule } from '@choxa/identity';
import { placesLib } from '@choxa/places';
import { sql, type Actor } from '@choxa/platform';
import { postalLib, PostalModule, SeedPost, type DemoOffice } from '@choxa/postal';
import { anActor, testWorld, type World } from '@choxa/testing';

let world: World;
let offices: DemoOffice[];
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, identityLib, postalLib], imports: [IdentityModule, PostalModule] });
  offices = await world.get(SeedPost).run();
});
afterAll(() => world.close());

const PHONE = '0912345678';
const office = (operatorCode: string) => offices.find((one) => one.operatorCode === operatorCode)!;
const here = () => office('buu-chinh-song-hong');
const manager = ({ operatorId } = here()) => anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: operatorId });
const post = (path: string, body: object, as: Actor = manager()) => world.http('POST', path, { as, body });
const member = (change: object = {}) => ({ phone: PHONE, name: 'Bùi Văn Thư', role: 'clerk', officeId: here().id, ...change });
const listed = async (as = manager(), query = '') => (await world.http('GET', `/post/staff${query}`, { as })).body;

/** Signs in as people do, with the code sent to the phone; the cookie of the session. */
async function signIn(): Promise<string> {
  await world.http('POST', '/one-time-codes', { body: { phone: PHONE, purpose: 'sign-in' } });
  const [message] = await sql<{ body: string }>(world.db.read, 'select body from platform.message order by sent_at desc limit 1');
  const { headers } = await world.http('POST', '/sessions', { body: { phone: PHONE, code: /\b\d{6}\b/.exec(message!.body)![0] } });
  return String(headers['set-cookie']).split(';')[0]!;
}

describe('who works where', () => {
  it('acts on the very next request, both ways, and stands in the audit trail', async () => {
    const cookie = await signIn();
    // A session without a second factor carries no right of staff, but says whether the account holds one.
    const barred = async () => (await world.http('GET', '/post/offices', { cookie })).body.code as string;
    expect(await barred()).toBe('auth.forbidden');
    expect((await post('/post/staff', member())).status).toBe(204);
    expect((await post('/post/staff', member())).status).toBe(204);
    expect(await barred()).toBe('auth.second-factor');
    const { data } = await listed();
    expect(data).toMatchObject([{ name: 'Bùi Văn Thư', role: 'clerk', office: { id: here().id, code: here().code } }]);
    expect(data[0].phone).not.toContain('912345678');
    const ending = { accountId: data[0].accountId, role: 'clerk', officeId: here().id };
    expect((await post('/post/staff/endings', ending)).status).toBe(204);
    expect(await barred()).toBe('auth.forbidden');
    expect((await post('/post/staff/endings', ending)).body.code).toBe('staff.unknown');
    const actions = `select action from platform.trail_entry where subject_id = $1 order by id`;
    expect((await sql<{ action: string }>(world.db.read, actions, [ending.accountId])).map(({ action }) => action)).toEqual([
      'role.granted',
      'role.revoked',
    ]);
  });

  it('is listed by name as Vietnamese sorts, in pages', async () => {
    for (const [index, name] of ['Đỗ Thị Ba', 'An Văn Một', 'Bùi Thị Hai', 'Em Thị Bốn'].entries())
      await post('/post/staff', member({ phone: `091200000${index}`, name, role: 'courier' }));
    const first = await listed(manager(), '?limit=2');
    const second = await listed(manager(), `?limit=2&cursor=${first.next}`);
    expect([...first.data, ...second.data].map(({ name }: { name: string }) => name)).toEqual([
      'An Văn Một',
      'Bùi Thị Hai',
      'Đỗ Thị Ba',
      'Em Thị Bốn',
    ]);
    expect(second.next).toBeNull();
    expect((await listed(manager(), `?office=${offices[1]!.id}`)).data).toEqual([]);
  });

  it('is the operator’s own: another’s offices and people are not there', async () => {
    const other = office('buu-chinh-cuu-long');
    await post('/post/staff', member());
    const { accountId } = (await listed()).data.find(({ role }: { role: string }) => role === 'clerk');
    expect((await post('/post/staff', member(), manager(other))).body.code).toBe('office.unknown');
    expect((await post('/post/staff/endings', { accountId, role: 'clerk', officeId: here().id }, manager(other))).body.code).toBe(
      'office.unknown',
    );
    expect((await listed(manager(other))).data).toEqual([]);
    expect((await post('/post/staff', member({ officeId: randomUUID() }))).body.code).toBe('office.unknown');
    expect((await post('/post/staff', member({ phone: '024 3822 0000' }))).body.code).toBe('staff.phone');
    expect(
      (await world.http('GET', '/post/staff', { as: anActor({ role: 'clerk', scopeKind: 'office', scopeId: here().id }) })).status,
    ).toBe(403);
  });
});
