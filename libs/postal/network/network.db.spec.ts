import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CAN_THO, GivenPost, HANOI } from '../given-post.factory.js';
import { PostalModule, postalLib } from '../index.js';
import { Network } from './network.js';

let world: World;
let given: GivenPost;
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const hub = (province: string) => given.office('song-hong', province, 'hub');
const manager = () => given.managerOf(given.origin);
const wayOf = async (number: string) =>
  (
    await given.rows<{ route: string[]; promisedAt: Date; promisedOn: string }>(
      'select route, promised_at as "promisedAt", promised_on::text as "promisedOn" from postal.parcel where number = $1',
      [number],
    )
  )[0]!;

describe('the way of a parcel', () => {
  it('is known at announcement: over the hubs, with the promise of the schedules', async () => {
    const { number } = await given.announced();
    const { route, promisedAt } = await wayOf(number);
    expect(route).toEqual([given.origin.id, hub('37').id, hub('96').id, given.target.id]);
    expect(promisedAt.getTime()).toBeGreaterThan(world.clock.now().getTime());
  });

  it('counts from the hour of acceptance', async () => {
    const { number } = await given.announced();
    const before = await wayOf(number);
    world.clock.advance(3 * 86_400_000);
    await given.accept(number);
    const after = await wayOf(number);
    expect(after.route).toEqual(before.route);
    expect(after.promisedAt.getTime() - before.promisedAt.getTime()).toBe(3 * 86_400_000);
  });

  it('is another from where it strayed to, with a later promise; the day of the norm stays', async () => {
    const { number } = await given.accepted();
    const before = await wayOf(number);
    const astray = given.office('song-hong', '48');
    await given.record([given.aScan(number, 'EDD', { office: hub('37').id })], given.clerkOf(hub('37')));
    expect(await wayOf(number)).toEqual(before);
    world.clock.advance(2 * 86_400_000);
    await given.record([given.aScan(number, 'EDD', { office: astray.id })], given.clerkOf(astray));
    const after = await wayOf(number);
    expect([after.route[0], after.route.at(-1), after.promisedOn]).toEqual([astray.id, given.target.id, before.promisedOn]);
    expect(after.promisedAt.getTime()).toBeGreaterThan(before.promisedAt.getTime());
  });

  it('leads back to where it came from once it returns', async () => {
    const { number } = await given.accepted();
    await given.record([given.aScan(number, 'EMG'), given.aScan(number, 'RTS')]);
    const { route } = await wayOf(number);
    expect([route[0], route.at(-1)]).toEqual([given.target.id, given.origin.id]);
  });

  it('tells the next office, and which bags go astray', async () => {
    const network = world.get(Network);
    expect(await network.nextHop(given.target.id, given.origin.id)).toBe(hub('37').id);
    expect(await network.nextHop(given.target.id, given.target.id)).toBeNull();
    expect(await network.leadsTo(given.target.id, given.origin.id, hub('37').id)).toBe(true);
    expect(await network.leadsTo(given.target.id, given.origin.id, given.office('song-hong', '48').id)).toBe(false);
  });
});

describe('a manager', () => {
  const leg = (change: object = {}) => ({
    fromOfficeId: given.origin.id,
    toOfficeId: given.target.id,
    departures: [{ at: '22:00' }, { at: '06:15' }],
    travelMinutes: 120,
    cutOffMinutes: 15,
    validFrom: '2026-12-01',
    ...change,
  });
  const post = (path: string, body: object, as = manager()) => world.http('POST', `/post/network/${path}`, { as, body });

  it('adds a leg from a day on, sees it, and ends it', async () => {
    world.clock.set(new Date('2026-11-30T02:00:00Z'));
    expect((await post('legs', leg())).status).toBe(204);
    const [added] = (await world.http('GET', `/post/network/legs?office=${given.origin.id}&limit=100`, { as: manager() })).body.data.filter(
      (one: { toOffice: { id: string } }) => one.toOffice.id === given.target.id,
    );
    expect(added).toMatchObject({ departs: ['06:15', '22:00'], validFrom: '2026-12-01', validTo: null });
    world.clock.set(new Date('2026-12-01T02:00:00Z'));
    const path = () => world.http('GET', `/post/network/path?from=${given.origin.id}&to=${given.target.id}`, { as: manager() });
    expect((await path()).body.legs).toHaveLength(1);
    expect((await post(`legs/${added.id}/end`, { validTo: '2026-12-01' })).status).toBe(204);
    expect((await path()).body.legs.length).toBeGreaterThan(1);
  });

  it('is told what is wrong with a leg', async () => {
    expect((await post('legs', leg({ validFrom: '2026-01-01' }))).body.code).toBe('day.past');
    for (const toOfficeId of [given.origin.id, given.office('cuu-long', HANOI).id])
      expect((await post('legs', leg({ toOfficeId }))).body.code).toBe('leg.ends');
    expect((await post('legs', leg({ departures: [{ at: '25:00' }] }))).status).toBe(400);
  });

  it('lays the whole network anew over the region hubs of the choice', async () => {
    const before = await world.http('GET', `/post/network/path?from=${given.origin.id}&to=${given.target.id}`, { as: manager() });
    expect(before.body.legs).toHaveLength(3);
    const laid = await post('hub-and-spoke', { regionHubIds: [hub('37').id], validFrom: '2026-12-01' });
    expect(laid).toMatchObject({ status: 201, body: { legs: 36 * 2 } });
    const after = await world.http('GET', `/post/network/path?from=${given.origin.id}&to=${given.target.id}`, { as: manager() });
    expect(after.body.legs.map((one: { toOfficeId: string }) => one.toOfficeId)).toEqual([hub('37').id, given.target.id]);
    expect((await post('hub-and-spoke', { regionHubIds: [], validFrom: '2026-12-01' })).body.code).toBe('hub.unknown');
  });

  it('sees and touches nothing of another operator', async () => {
    const other = given.managerOf(given.office('cuu-long', CAN_THO));
    const [theirs] = (await world.http('GET', '/post/network/legs?limit=1', { as: manager() })).body.data;
    expect((await post(`legs/${theirs.id}/end`, { validTo: '2026-12-02' }, other)).status).toBe(404);
    const foreign = (await world.http('GET', `/post/network/legs?office=${given.origin.id}`, { as: other })).body.data;
    expect(foreign).toEqual([]);
    const way = `/post/network/path?from=${given.origin.id}&to=${given.target.id}`;
    expect((await world.http('GET', way, { as: other })).status).toBe(404);
    const laid = await post(
      'hub-and-spoke',
      { operatorId: given.origin.operatorId, regionHubIds: [hub('37').id], validFrom: '2026-12-01' },
      other,
    );
    expect(laid.status).toBe(404);
  });
});
