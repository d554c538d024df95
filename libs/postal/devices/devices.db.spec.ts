import { placesLib } from '@choxa/places';
import type { Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aKey, GivenPost, HANOI } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
let courier: Actor;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());
beforeEach(() => {
  courier = given.courierOf(given.target);
});

const HOUR_MS = 3_600_000;
const PIN = '2580';
const register = (as = courier, change: object = {}) =>
  world.http('POST', '/post/devices', { as, body: { name: 'Máy phát 1', officeId: given.target.id, pin: PIN, ...change } });
const unlock = (key: string, pin: string, as = courier) =>
  world.http('POST', '/post/devices/unlocking', { as, headers: { 'device-key': key }, body: { pin } });
const revoke = (id: string, as: Actor) => world.http('POST', `/post/devices/${id}/revocation`, { as });
const send = (key: string, scans: object[], as = courier, time = world.clock.now()) =>
  given.record(scans, as, { ...aKey(), 'device-key': key, 'device-time': time.toISOString() } as never);
const codesOf = (answers: { status: number; body: { code?: string } }[]) => answers.map(({ body }) => body.code ?? null);

describe('a device', () => {
  it('sends for the person it is bound to, under its own name whatever it says', async () => {
    const { number } = await given.accepted();
    const { body: device } = await register();
    const scan = given.aScan(number, 'EMG', { device: 'somebody else' });
    expect((await send(device.key, [scan])).body.results).toMatchObject([{ outcome: 'accepted' }]);
    expect(await given.rows('select device from postal.scan where id = $1', [scan.id])).toEqual([{ device: device.id }]);
    expect(await send(device.key, [scan], given.courierOf(given.target))).toMatchObject({ status: 404, body: { code: 'device.unknown' } });
  });

  it('delivers for its person alone, and not any more when it was revoked', async () => {
    const { number, code } = await given.outForDelivery();
    const { body: device } = await register();
    const deliver = (as: Actor) => given.deliver(number, code, {}, as, { ...aKey(), 'device-key': device.key } as never);
    expect((await deliver(given.courierOf(given.target))).body.code).toBe('device.unknown');
    await revoke(device.id, given.clerkOf(given.target));
    expect((await deliver(courier)).body.code).toBe('device.revoked');
    expect(await given.stateOf(number)).toBe('out_for_delivery');
  });

  it('that was revoked sends nothing, from the next request on', async () => {
    const { number } = await given.accepted();
    const { body: device } = await register();
    const scan = given.aScan(number, 'EMG');
    expect((await revoke(device.id, given.clerkOf(given.target))).status).toBe(204);
    expect(await send(device.key, [scan])).toMatchObject({ status: 403, body: { code: 'device.revoked' } });
    expect(await unlock(device.key, PIN)).toMatchObject({ status: 403, body: { code: 'device.revoked' } });
    expect(await given.rows('select 1 from postal.scan where id = $1', [scan.id])).toEqual([]);
  });

  it('is revoked by its owner, a clerk of its office or the operator’s manager, and is missing for everybody else', async () => {
    const manager = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: given.target.operatorId });
    const foreign = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: given.office('cuu-long', HANOI).operatorId });
    const { body: device } = await register();
    for (const stranger of [given.courierOf(given.target), given.clerkOf(given.origin), foreign])
      expect(await revoke(device.id, stranger)).toMatchObject({ status: 404, body: { code: 'device.unknown' } });
    for (const who of [courier, given.clerkOf(given.target), manager]) expect((await revoke(device.id, who)).status).toBe(204);
    const seen = async (as: Actor) => (await world.http('GET', '/post/devices', { as })).body.data.map((one: { id: string }) => one.id);
    for (const who of [courier, manager]) expect(await seen(who)).toContain(device.id);
    expect(await seen(given.clerkOf(given.origin))).toEqual([]);
  });

  it('asks for its PIN when the shift is over, and is open for another with the right one', async () => {
    const { number } = await given.accepted();
    const { body: device } = await register();
    world.clock.advance(13 * HOUR_MS);
    const scan = given.aScan(number, 'EMG');
    expect(await send(device.key, [scan])).toMatchObject({ status: 423, body: { code: 'device.locked' } });
    expect((await unlock(device.key, PIN)).status).toBe(200);
    expect((await send(device.key, [scan])).status).toBe(200);
  });

  it('evaluates five wrong PINs and then none, not even the right one', async () => {
    const { body: device } = await register();
    const guesses = await Promise.all(Array.from({ length: 12 }, () => unlock(device.key, '9999')));
    expect(codesOf(guesses).sort()).toEqual([...Array(7).fill('device.pin-locked'), ...Array(5).fill('device.pin-wrong')]);
    expect(await unlock(device.key, PIN)).toMatchObject({ status: 423, body: { code: 'device.pin-locked' } });
  });

  it('forgets wrong tries after the right PIN', async () => {
    const { body: device } = await register();
    for (let round = 0; round < 2; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) await unlock(device.key, '9999');
      expect((await unlock(device.key, PIN)).status).toBe(200);
    }
  });

  it('is registered only at an office of one’s own, with a PIN that is not guessed at once', async () => {
    expect(await register(courier, { officeId: given.origin.id })).toMatchObject({ status: 404, body: { code: 'office.unknown' } });
    expect(await register(courier, { pin: '1234' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/pin' }] } });
    expect((await register(courier, { pin: '25' })).status).toBe(400);
  });

  it('keeps neither its key nor its PIN in clear', async () => {
    const { body: device } = await register();
    const [row] = await given.rows('select device::text as whole from postal.device where id = $1', [device.id]);
    expect(JSON.stringify(row)).not.toContain(device.key);
    expect(JSON.stringify(row)).not.toContain(Buffer.from(PIN).toString('hex'));
  });

  it('with a clock that is off is measured each time it sends', async () => {
    const { body: device } = await register();
    const slow = new Date(world.clock.now().getTime() - 48 * HOUR_MS);
    await send(device.key, [given.aScan('EE000000000XA', 'EMG')], courier, slow);
    const { body } = await world.http('GET', '/post/devices', { as: courier });
    expect(body.data).toMatchObject([{ id: device.id, own: true }]);
    expect(Math.abs(body.data[0].clockOffsetMs - 48 * HOUR_MS)).toBeLessThan(2 * 60_000);
  });
});
