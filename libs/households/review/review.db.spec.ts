import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';

describe('the checklist of an approval', () => {
  let world: World;
  let given: HouseholdsGiven;
  beforeAll(async () => {
    world = await testWorld(HOUSEHOLDS_WORLD);
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());

  const codes = (items: { code: string; seenAt: string | null }[]) => items.map(({ code, seenAt }) => `${code}${seenAt ? '' : '?'}`);

  it('asks a firm for its registration paper, and refuses an approval that leaves something unseen, naming it', async () => {
    const { id } = await given.household({ name: 'Công ty TNHH Chè Mẫu', approved: false });
    const as = given.clerk();
    const tick = (code: string) => world.http('PUT', `/households/${id}/requirements/${code}`, { as });
    for (const code of ['identity', 'address', 'production_place']) expect((await tick(code)).status).toBe(200);
    expect((await tick('shoe-size')).status).toBe(404);
    const refused = await world.http('POST', `/households/${id}/approval`, { as });
    expect([refused.status, refused.body.code, refused.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      409,
      'household.unseen',
      ['/seen/registration'],
    ]);
    expect(codes((await tick('registration')).body.items)).toEqual(['identity', 'address', 'production_place', 'registration']);
    expect((await world.http('POST', `/households/${id}/approval`, { as })).body.state).toBe('approved');
  });

  it('records who saw what and when, once however often it is ticked, and keeps what was taken back', async () => {
    const { id } = await given.household({ approved: false });
    const clerk = await given.person('Chị Lan', ...given.clerk().grants);
    const seenAt = world.clock.now().toISOString();
    await Promise.all(Array.from({ length: 8 }, () => world.http('PUT', `/households/${id}/requirements/identity`, { as: clerk })));
    world.clock.advance(60_000);
    const { body } = await world.http('GET', `/households/${id}/review`, { as: given.official() });
    expect(body.checklist[0]).toMatchObject({ code: 'identity', seenAt, seenBy: 'Chị Lan' });
    const back = await world.http('DELETE', `/households/${id}/requirements/identity`, { as: given.official() });
    expect(codes(back.body.items)).toEqual(['identity?', 'address?', 'production_place?']);
    const rows = await sql(
      world.db.read,
      'select seen_by, taken_back_at is not null as back from households.requirement_tick where household_id = $1',
      [id],
    );
    expect(rows).toEqual([{ seen_by: clerk.accountId, back: true }]);
  });

  it('is closed to its own members and to those of other places, for whom it is not there', async () => {
    const { id, owner } = await given.household({ approved: false });
    const both = Object.assign(anActor(...owner.grants, ...given.clerk().grants), { accountId: owner.accountId });
    const paths = [
      ['GET', 'review'],
      ['PUT', 'requirements/identity'],
      ['DELETE', 'requirements/identity'],
      ['POST', 'approval'],
      ['POST', 'refusal'],
    ] as const;
    for (const [method, path] of paths) {
      const ask = (as: typeof owner) =>
        world.http(method, `/households/${id}/${path}`, { as, body: path === 'refusal' ? { reason: 'Thiếu giấy tờ' } : undefined });
      expect([path, (await ask(given.clerk(given.elsewhere.code))).status]).toEqual([path, 404]);
      if (method !== 'GET') expect([path, (await ask(both)).body.code]).toEqual([path, 'household.own-approval']);
    }
  });

  it('refuses with a reason that the household reads, answers, and is then looked at again', async () => {
    const { id, owner } = await given.household({ name: 'Hộ Phan Thị Sen', approved: false });
    const as = given.clerk();
    const reason = 'Địa chỉ chưa rõ: thiếu tên ấp.';
    expect((await world.http('POST', `/households/${id}/refusal`, { as, body: { reason } })).body.state).toBe('refused');
    expect((await world.http('POST', `/households/${id}/approval`, { as })).body.code).toBe('household.not-pending');
    expect((await world.http('GET', '/household/standing', { as: owner })).body.refusal).toMatchObject({ reason, answer: null });
    const messages = await sql(world.db.read, `select body from platform.message where template = 'households.refused'`);
    expect(messages).toHaveLength(1);
    const again = await world.http('POST', '/household/refusal/answer', { as: owner, body: { answer: 'Đã thêm: ấp Phú Hòa.' } });
    expect(again.body.state).toBe('pending');
    const twice = await world.http('POST', '/household/refusal/answer', { as: owner, body: { answer: 'Lần nữa' } });
    expect(twice.body.code).toBe('household.not-refused');
    await given.approve(id);
    expect((await world.http('GET', '/household/profile', { as: owner })).body.state).toBe('approved');
  });

  it('forgets what was seen where the household now says something else, and stays approved', async () => {
    const { id, owner } = await given.household();
    await world.http('PATCH', '/household/profile', { as: owner, body: { street: 'Ấp 7', producerName: 'Chủ mới' } });
    const { body } = await world.http('GET', `/households/${id}/review`, { as: given.official() });
    expect(codes(body.checklist)).toEqual(['identity', 'address?', 'production_place?']);
    expect(body.household).toMatchObject({ state: 'approved', street: 'Ấp 7', producerName: 'Chủ mới' });
  });
});
