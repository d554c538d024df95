import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const at = (longitude: number) => ({ deliverTo: { kind: 'address' as const, point: { latitude: 10, longitude } } });

/** Parcels that lie at the delivery office, with their codes. */
async function arrived(...longitudes: number[]) {
  const parcels = [];
  for (const longitude of longitudes) parcels.push(await given.accepted(at(longitude)));
  await given.record(parcels.map(({ number }) => given.aScan(number, 'EMG')));
  return parcels;
}

const plan = (body: object, as = given.clerkOf(given.target)) =>
  world.http('POST', '/post/runs', { as, body: { officeId: given.target.id, name: 'Tuyến 1', ...body } });
const act = (id: string, what: 'start' | 'end', as = given.courierOf(given.target)) =>
  world.http('POST', `/post/runs/${id}/${what}`, { as });
const runsSeenBy = async (as = given.clerkOf(given.target)) =>
  (await world.http('GET', '/post/runs', { as })).body.data as {
    id: string;
    mine: boolean;
    state: string;
    toCollectVnd: number;
    stops: { number: string }[];
  }[];
const stopsOf = async (id: string) => (await runsSeenBy()).find((run) => run.id === id)!.stops.map(({ number }) => number);

describe('a run', () => {
  it('has its stops in a good sequence, which a hand may change', async () => {
    const [far, near, middle] = await arrived(105.9, 105.7, 105.8);
    const parcels = [far!.number, near!.number, middle!.number];
    const { status, body } = await plan({ parcels });
    expect(status).toBe(201);
    const good = await stopsOf(body.id);
    expect([good, good.toReversed()]).toContainEqual([near!.number, middle!.number, far!.number]);
    const as = given.clerkOf(given.target);
    const arrange = (change: object) => world.http('PUT', `/post/runs/${body.id}/stops`, { as, body: change });
    expect((await arrange({ parcels })).status).toBe(204);
    expect(await stopsOf(body.id)).toEqual(parcels);
    expect((await arrange({ parcels: parcels.slice(0, 2) })).status).toBe(204);
    expect(await stopsOf(body.id)).toEqual(parcels.slice(0, 2));
    expect((await arrange({ parcels: [] })).body.code).toBe('run.empty');
  });

  it('of an area takes what waits there and nothing that is on another run', async () => {
    const [one] = await arrived(105.5);
    const by = { communes: [given.target.communeCode] };
    const { body } = await plan(by);
    expect(await stopsOf(body.id)).toContain(one!.number);
    expect((await plan(by)).body.code).toBe('run.empty');
    expect((await plan({ parcels: [one!.number] })).body.code).toBe('run.parcel-elsewhere');
  });

  it('goes out with whoever starts it, and what is left comes back when it ends', async () => {
    const [delivered, failed, left] = await arrived(105.1, 105.2, 105.3);
    const { body } = await plan({ parcels: [delivered!.number, failed!.number, left!.number] });
    const courier = given.courierOf(given.target);
    expect((await act(body.id, 'start', courier)).status).toBe(204);
    expect((await act(body.id, 'start', courier)).status).toBe(204);
    expect((await act(body.id, 'start')).body.code).toBe('run.state');
    expect((await runsSeenBy(courier))[0]).toMatchObject({ id: body.id, mine: true, state: 'started', toCollectVnd: 360_000 });
    expect(await given.stateOf(left!.number)).toBe('out_for_delivery');
    await given.deliver(delivered!.number, delivered!.code, {}, courier);
    await given.record([given.aScan(failed!.number, 'EMH', { reason: 'absent' })], courier);
    expect((await act(body.id, 'end')).body.code).toBe('run.state');
    world.clock.advance(60_000);
    expect((await act(body.id, 'end', courier)).status).toBe(204);
    expect((await act(body.id, 'end', courier)).status).toBe(204);
    for (const [{ number }, state] of [
      [delivered!, 'delivered'],
      [failed!, 'held'],
      [left!, 'held'],
    ] as const)
      expect(await given.stateOf(number)).toBe(state);
    expect((await plan({ parcels: [left!.number] })).status).toBe(201);
  });

  it('that ended about midnight is still shown for an hour', async () => {
    world.clock.set(new Date('2026-12-01T23:50:00+07:00'));
    const [parcel] = await arrived(105.1);
    const { body } = await plan({ parcels: [parcel!.number] });
    const courier = given.courierOf(given.target);
    await act(body.id, 'start', courier);
    world.clock.set(new Date('2026-12-01T23:59:59+07:00'));
    expect((await act(body.id, 'end', courier)).status).toBe(204);
    const shownAt = async (moment: string) => {
      world.clock.set(new Date(moment));
      return (await runsSeenBy(courier)).some(({ id }) => id === body.id);
    };
    expect([await shownAt('2026-12-02T00:00:01+07:00'), await shownAt('2026-12-02T01:00:00+07:00')]).toEqual([true, false]);
  });

  it('shows its office all that is needed to deliver its parcels, in the sequence to go', async () => {
    const parcels = await arrived(105.1, 105.2);
    const { body } = await plan({ parcels: parcels.map(({ number }) => number) });
    const read = (as = given.courierOf(given.target)) => world.http('GET', `/post/runs/${body.id}/parcels`, { as });
    const shown = (await read()).body.data as { number: string; contents: unknown[]; codVnd: number }[];
    expect(shown.map(({ number }) => number)).toEqual(await stopsOf(body.id));
    expect(shown[0]).toMatchObject({ codVnd: 120_000, recipientPhone: '+84987654321', contents: [{ quantity: 1 }, { quantity: 2 }] });
    for (const stranger of [given.clerkOf(given.origin), given.courierOf(given.office('cuu-long', '92'))])
      expect((await read(stranger)).body.code).toBe('run.unknown');
  });

  it('is one at a time for each person, also for eight starts at once', async () => {
    const parcels = await arrived(105.1, 105.2, 105.3, 105.4);
    const courier = given.courierOf(given.target);
    const runs: string[] = [];
    for (const { number } of parcels) runs.push((await plan({ parcels: [number] })).body.id);
    const answers = await Promise.all([...runs, ...runs].map((id) => act(id, 'start', courier)));
    expect(answers.every(({ status, body }) => status === 204 || body.code === 'run.another-started')).toBe(true);
    expect((await runsSeenBy(courier)).filter((run) => run.mine && run.state === 'started')).toHaveLength(1);
  });

  it('takes no parcel that is not at the office', async () => {
    const { number } = await given.accepted();
    expect(await plan({ parcels: [number] })).toMatchObject({ status: 409, body: { code: 'run.not-ready', detail: number } });
  });

  it('concerns its own office alone', async () => {
    const [parcel] = await arrived(105.1);
    const { body } = await plan({ parcels: [parcel!.number] });
    const rival = given.office('cuu-long', '92');
    expect((await runsSeenBy(given.clerkOf(rival))).some((run) => run.id === body.id)).toBe(false);
    expect((await act(body.id, 'start', given.courierOf(rival))).status).toBe(404);
    expect((await plan({ parcels: [parcel!.number] }, given.clerkOf(rival))).status).toBe(404);
  });
});
