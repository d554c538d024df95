import { randomUUID } from 'node:crypto';
import { Handles, sql, type Actor, type EventEnvelope } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';
import { TrainingAttended, type TrainingAttendedV1 } from './training.events.js';

const heard: TrainingAttendedV1[] = [];

@Handles(TrainingAttended)
class HearWhenTrainingAttended {
  async handle(_tx: unknown, event: EventEnvelope<TrainingAttendedV1>) {
    heard.push(event.data);
  }
}

describe('learning', () => {
  let world: World;
  let given: HouseholdsGiven;
  beforeAll(async () => {
    world = await testWorld({ ...HOUSEHOLDS_WORLD, providers: [HearWhenTrainingAttended] });
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());

  const session = (more: object = {}) => ({
    heldOn: '2026-11-14',
    topic: 'Chụp ảnh và dán nhãn',
    place: 'Nhà văn hóa ấp 3',
    communeCode: given.here.code,
    ...more,
  });
  const hold = (as: Actor, more: object = {}) => world.http('POST', '/training-sessions', { as, body: session(more) });
  const found = async (as: Actor, id: string, q?: string) =>
    (await world.http('GET', `/training-sessions/${id}/households${q === undefined ? '' : `?q=${encodeURIComponent(q)}`}`, { as })).body
      .data;

  async function registered(name: string, communeCode = given.here.code) {
    const person = await given.person(name);
    const { body } = await world.http('POST', '/households', { as: person, body: { name, communeCode, street: 'Ấp 3' } });
    return { id: body.id as string, phone: person.phone, person };
  }

  it('marks a lesson as read once for each person, and knows no other lessons', async () => {
    const { person } = await registered('Hộ học bài');
    const [one, other] = [await given.again(person), anActor({ role: 'household', scopeKind: 'household', scopeId: randomUUID() })];
    for (let i = 0; i < 2; i += 1) expect((await world.http('PUT', '/household/lessons/label/read', { as: one })).status).toBe(204);
    const read = async (as: Actor) =>
      (await world.http('GET', '/household/lessons', { as })).body.data.filter((row: { readAt: string | null }) => row.readAt);
    expect((await read(one)).map((row: { lesson: string }) => row.lesson)).toEqual(['label']);
    expect(await read(other)).toEqual([]);
    expect((await world.http('PUT', '/household/lessons/secret/read', { as: one })).status).toBe(404);
  });

  it('lets a clerk hold a session in their own commune, not elsewhere and not in days to come', async () => {
    const clerk = given.clerk();
    const { status, body } = await hold(clerk);
    expect([status, body.communeName, body.attended]).toEqual([201, given.here.name, 0]);
    expect((await hold(clerk, { communeCode: given.elsewhere.code })).body.code).toBe('place.unknown');
    expect((await hold(clerk, { communeCode: given.sameProvince.code })).body.code).toBe('place.unknown');
    expect((await hold(clerk, { heldOn: '2026-11-17' })).body.code).toBe('training.future');
    expect((await hold(anActor({ role: 'household', scopeKind: 'household', scopeId: randomUUID() }))).status).toBe(403);
  });

  it('finds households of the clerk’s places by name or phone, ticks each once and says so once', async () => {
    heard.length = 0;
    const clerk = given.clerk();
    const [here, there] = [await registered('Hộ Nguyễn Thị Sáu'), await registered('Hộ Nguyễn Văn Xa', given.elsewhere.code)];
    const { id } = (await hold(clerk)).body;
    expect((await found(clerk, id, 'nguyen')).map((row: { id: string }) => row.id)).toEqual([here.id]);
    expect((await found(clerk, id, here.phone.replace('+84', '0'))).map((row: { id: string }) => row.id)).toEqual([here.id]);
    expect(await found(clerk, id, there.phone.replace('+84', '0'))).toEqual([]);
    const path = `/training-sessions/${id}/households/${here.id}`;
    const ticks = await Promise.all(Array.from({ length: 5 }, () => world.http('PUT', path, { as: clerk })));
    expect(new Set(ticks.map(({ status }) => status))).toEqual(new Set([204]));
    expect((await world.http('PUT', `/training-sessions/${id}/households/${there.id}`, { as: clerk })).status).toBe(404);
    await world.drain();
    const place = { communeCode: given.here.code, provinceCode: given.here.provinceCode };
    expect(heard).toEqual([{ attendanceId: expect.any(String), sessionId: id, householdId: here.id, heldOn: '2026-11-14', ...place }]);
    expect(await found(clerk, id)).toEqual([expect.objectContaining({ id: here.id, attended: true })]);
  });

  it('takes a wrong tick back and keeps both in its history', async () => {
    const clerk = given.clerk();
    const { id: household } = await registered('Hộ nhầm');
    const { id } = (await hold(clerk)).body;
    const path = `/training-sessions/${id}/households/${household}`;
    for (const method of ['PUT', 'DELETE', 'DELETE', 'PUT']) expect((await world.http(method, path, { as: clerk })).status).toBe(204);
    const rows = await sql<{ gone: boolean }>(
      world.db.read,
      'select withdrawn_at is not null as gone from households.attendance where session_id = $1 order by gone',
      [id],
    );
    expect(rows.map((row) => row.gone)).toEqual([false, true]);
  });

  it('shows a session to nobody who does not answer for its place', async () => {
    const { id } = (await hold(given.clerk())).body;
    for (const stranger of [given.clerk(given.sameProvince.code), given.official('province', '01')]) {
      expect((await world.http('GET', `/training-sessions/${id}`, { as: stranger })).status).toBe(404);
      expect((await world.http('GET', `/training-sessions/${id}/households`, { as: stranger })).status).toBe(404);
      const { data } = (await world.http('GET', '/training-sessions?limit=100', { as: stranger })).body;
      expect(data.map((row: { id: string }) => row.id)).not.toContain(id);
    }
    expect((await world.http('GET', `/training-sessions/${id}`, { as: given.official('province', '92') })).status).toBe(200);
  });
});
