import { Handles, sql, type EventEnvelope, type Tx } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';
import {
  HouseholdReopened,
  HouseholdSuspended,
  type HouseholdReopenedV1,
  type HouseholdSuspendedV1,
} from '../households/household.events.js';
import { BeginDueSuspensions } from './begin-due-suspensions.js';

const heard: string[] = [];

@Handles(HouseholdSuspended)
class HearWhenSuspended {
  async handle(_tx: Tx, { data }: EventEnvelope<HouseholdSuspendedV1>) {
    heard.push(`suspended ${data.householdId} ${data.reason}`);
  }
}

@Handles(HouseholdReopened)
class HearWhenReopened {
  async handle(_tx: Tx, { data }: EventEnvelope<HouseholdReopenedV1>) {
    heard.push(`reopened ${data.householdId}`);
  }
}

describe('a suspension', () => {
  let world: World;
  let given: HouseholdsGiven;
  beforeAll(async () => {
    world = await testWorld({
      ...HOUSEHOLDS_WORLD,
      providers: [HearWhenSuspended, HearWhenReopened],
      now: new Date('2026-11-16T02:00:00Z'),
    });
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());

  const announce = (id: string, more: object = {}, as = given.official()) =>
    world.http('POST', `/households/${id}/suspension`, {
      as,
      body: { reasonCode: 'false_origin', text: 'Nhãn ghi sai nơi trồng.', ...more },
    });
  const stateOf = async (id: string) =>
    (await sql<{ state: string }>(world.db.read, 'select state from households.household where id = $1', [id]))[0]!.state;

  it('cannot begin before the notice period of its reason ends, and begins by itself on its day, at local midnight', async () => {
    const { id, slug, owner } = await given.household();
    const early = await announce(id, { startsOn: '2026-11-20' });
    expect([early.status, early.body.code, early.body.errors[0].pointer]).toEqual([422, 'suspension.notice', '/startsOn']);
    expect((await announce(id)).status).toBe(204);
    const { body } = await world.http('GET', '/household/standing', { as: owner });
    expect(body.suspension).toMatchObject({ startsOn: '2026-11-21', begunAt: null, reasonVi: 'Nguồn gốc hoặc nhãn không đúng' });
    world.clock.set(new Date('2026-11-20T16:59:59Z'));
    expect(await world.get(BeginDueSuspensions).run()).toBe(0);
    expect((await world.http('GET', `/households/${slug}`)).status).toBe(200);
    world.clock.set(new Date('2026-11-20T17:00:00Z'));
    await Promise.all(Array.from({ length: 4 }, () => world.get(BeginDueSuspensions).run()));
    await world.drain();
    expect(heard.splice(0)).toEqual([`suspended ${id} false_origin`]);
    expect((await world.http('GET', `/households/${slug}`)).status).toBe(404);
  });

  it('begins at once where the reason needs no notice, and is lifted again', async () => {
    const { id, slug } = await given.household();
    expect((await announce(id, { reasonCode: 'authority_order' })).status).toBe(204);
    expect(await stateOf(id)).toBe('suspended');
    expect((await announce(id)).body.code).toBe('household.not-approved');
    expect((await world.http('POST', `/households/${id}/suspension/end`, { as: given.official(), body: {} })).status).toBe(204);
    expect((await world.http('GET', `/households/${slug}`)).status).toBe(200);
    await world.drain();
    expect(heard.splice(0)).toEqual([`suspended ${id} authority_order`, `reopened ${id}`]);
    expect((await world.http('POST', `/households/${id}/suspension/end`, { as: given.official(), body: {} })).status).toBe(404);
  });

  it('never begins once it was lifted before its day', async () => {
    const { id, owner } = await given.household();
    await announce(id);
    expect((await announce(id)).body.code).toBe('suspension.open');
    expect((await world.http('POST', '/household/suspension/answer', { as: owner, body: { answer: 'Đã in lại nhãn.' } })).status).toBe(204);
    const { body } = await world.http('GET', `/households/${id}/review`, { as: given.official() });
    expect(body.suspension).toMatchObject({ answer: 'Đã in lại nhãn.' });
    await world.http('POST', `/households/${id}/suspension/end`, { as: given.official(), body: { note: 'Đã sửa' } });
    world.clock.advance(30 * 86_400_000);
    await world.get(BeginDueSuspensions).run();
    expect(await stateOf(id)).toBe('approved');
  });

  it('is for officials of the place alone, never for a clerk', async () => {
    const { id } = await given.household();
    expect((await announce(id, {}, given.clerk())).status).toBe(403);
    expect((await announce(id, {}, given.official('province', '01'))).status).toBe(404);
    const clerkHere = anActor(...given.clerk().grants, { role: 'official', scopeKind: 'province', scopeId: '01' });
    expect((await announce(id, {}, clerkHere)).status).toBe(404);
    expect((await announce(id, { reasonCode: 'because' })).body.code).toBe('suspension.reason');
  });
});
