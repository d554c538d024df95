import { placesLib } from '@choxa/places';
import { Events, type Actor } from '@choxa/platform';
import { CodRemitted, ParcelReopened } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { QueueDeliveries } from './queue-deliveries.js';
import { SendDeliveries } from './send-deliveries.js';
import { WebhookContacts } from './webhook-contacts.js';
import { FakeReceiver, isSignedBy } from './webhooks.factory.js';

let world: World;
let given: GivenPost;
let receiver: FakeReceiver;
let manager: Actor;
let sender: Actor;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], config: { allowPrivateCalls: true } });
  given = await GivenPost.in(world, anActor);
});
beforeEach(async () => {
  world.clock.advance(300_000);
  receiver = await FakeReceiver.open();
  manager = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: given.origin.operatorId });
  sender = given.senderThrough(given.origin);
});
afterEach(async () => {
  await given.rows('delete from postal.webhook');
  await receiver.close();
});
afterAll(() => world.close());

async function register(as: Actor, kinds = ['parcel.ema', 'parcel.emg']): Promise<{ id: string; secret: string }> {
  const { status, body } = await world.http('POST', '/post/webhooks', { as, body: { url: receiver.url, kinds } });
  expect(status).toBe(201);
  world.clock.advance(1_000);
  return body;
}

async function announceBy(as: Actor, reference: string): Promise<string> {
  const { sender: from, recipient, weightGrams, codVnd, contents } = given.aRequest();
  const body = { reference, sender: from, recipient, weightGrams, codVnd, contents };
  return (await world.http('POST', '/post/parcels', { as, body, headers: aKey() })).body.number;
}

const queue = () => world.get(QueueDeliveries).run();
const send = () => world.get(SendDeliveries).run();
const work = async () => {
  await queue();
  return send();
};
const numbersTold = () => receiver.received.map(({ body }) => JSON.parse(body).data.number);
const get = async (path: string, as = manager) => (await world.http('GET', path, { as })).body;

describe('a webhook', () => {
  it('tells what happens from now on, signed, in the words of the feed', async () => {
    await given.accepted();
    world.clock.advance(60_000);
    const { id, secret } = await register(manager);
    const { number } = await given.accepted();
    await given.record([given.aScan(number, 'EDD')]);
    await given.record([given.aScan(number, 'EMG')]);
    expect(await work()).toBe(2);
    expect(receiver.received.every((message) => isSignedBy(secret, message))).toBe(true);
    expect(receiver.received.every((message) => isSignedBy('whsec_c2FpYmV0', message))).toBe(false);
    const told = receiver.received.map(({ body }) => JSON.parse(body)).toSorted((a, b) => (a.type < b.type ? -1 : 1));
    expect(told).toMatchObject([
      { type: 'parcel.ema', data: { number, code: 'EMA', reference: null } },
      { type: 'parcel.emg', data: { number, code: 'EMG', officeCode: given.target.code } },
    ]);
    for (const word of ['Mơ', 'Bình', '987654321', 'ngõ Sen', '120000']) expect(JSON.stringify(told)).not.toContain(word);
    const { data } = await get(`/post/webhooks/${id}/deliveries`);
    expect(data.map((one: { state: string; number: string }) => [one.state, one.number])).toEqual([
      ['delivered', number],
      ['delivered', number],
    ]);
    expect(data[0].tries).toMatchObject([{ status: 204, error: null }]);
  });

  it('tells each event once, however often and by how many processes it is looked for, and misses none that came late', async () => {
    await register(manager);
    world.clock.advance(10_000);
    const { number } = await given.accepted();
    await Promise.all([queue(), queue(), queue()]);
    await Promise.all([send(), send(), send()]);
    const [late] = await given.rows<{ id: string }>(
      `insert into postal.scan (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, from_the_future)
       select gen_random_uuid(), parcel_number, 'EMG', event_time, recorded_at - interval '5 seconds', device, office_id, actor_id, false
         from postal.scan where parcel_number = $1 returning id`,
      [number],
    );
    for (let beats = 0; beats < 4; beats += 1) {
      await work();
      world.clock.advance(20_000);
    }
    expect(numbersTold()).toEqual([number, number]);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.id)).toContain(late!.id);
    expect(new Set(receiver.received.map((message) => message.id)).size).toBe(2);
  });

  it('of a sender tells of its own parcels alone, under its own reference', async () => {
    await register(sender);
    await register(given.senderThrough(given.origin));
    const number = await announceBy(sender, 'DH-77');
    await given.accept(number);
    await given.accepted();
    await work();
    expect(receiver.received.map(({ body }) => JSON.parse(body).data)).toMatchObject([{ number, reference: 'DH-77' }]);
  });

  it('tells of cash that was paid out and of an end declared wrong: a sender of its own parcels, the manager of all, each once', async () => {
    await register(sender, ['cod.remitted', 'parcel.reopened']);
    await register(manager, ['cod.remitted']);
    const number = await announceBy(sender, 'DH-88');
    const { number: other } = await given.announced();
    const at = world.clock.now().toISOString();
    const operatorCode = 'buu-chinh-song-hong';
    const paid = (of: string) => ({ number: of, senderReference: of, collectedVnd: 120_000, paidVnd: 90_000 });
    const remitted = { operatorCode, reference: 'COD-88', remittedAt: at, parcels: [paid(number), paid(other)] };
    const reopened = { number, senderReference: number, operatorCode, outcome: 'EMI' as const, closedAt: at, reopenedAt: at };
    await world.db.transaction(async (tx) => {
      await world.get(Events).publish(tx, CodRemitted, remitted);
      await world.get(Events).publish(tx, ParcelReopened, reopened);
    });
    await world.drain();
    expect([await send(), await send()]).toEqual([3, 0]);
    const told = receiver.received.map(({ body }) => JSON.parse(body));
    const own = { number, reference: 'DH-88', collectedVnd: 120_000, paidVnd: 90_000 };
    expect(told.filter(({ type }) => type === 'parcel.reopened')).toMatchObject([{ data: { number, reference: 'DH-88', outcome: 'EMI' } }]);
    const sums = told.filter(({ type }) => type === 'cod.remitted').toSorted((a, b) => a.data.parcels.length - b.data.parcels.length);
    expect(sums.map(({ data }) => data.parcels)).toEqual([[own], expect.arrayContaining([{ ...own, reference: null }])]);
    expect(sums[1]!.data.parcels).toHaveLength(2);
  });

  it('is tried again over three days under the same id, then given up and switched off, and its owner is told', async () => {
    const { id } = await register(manager);
    receiver.status = 500;
    await given.accepted();
    await queue();
    const tries: number[] = [];
    for (let minute = 0; minute < 80 * 60; minute += 5) {
      const made = await send();
      if (made) tries.push(...Array.from({ length: made }, () => minute));
      world.clock.advance(300_000);
    }
    // At once, after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, looked at every five minutes.
    expect(tries).toEqual([0, 5, 10, 40, 160, 460, 1060, 1900, 3100, 4540]);
    expect(new Set(receiver.received.map((message) => message.id)).size).toBe(1);
    expect(await get(`/post/webhooks/${id}`)).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
    const messages = await given.rows<{ body: string }>(
      `select body from platform.message where recipient = $1 and template = 'postal.webhook-disabled'`,
      [manager.phone],
    );
    expect(messages.map(({ body }) => body)).toEqual([expect.stringContaining('127.0.0.1')]);
    const { data } = await get(`/post/webhooks/${id}/deliveries?state=given_up`);
    expect(data[0].tries).toHaveLength(10);
    expect(data[0].tries[0]).toMatchObject({ status: 500, error: 'không nhận' });

    await given.accepted();
    expect(await work()).toBe(0);
    receiver.status = 204;
    const body = { url: receiver.url, kinds: ['parcel.ema'] };
    expect((await world.http('PUT', `/post/webhooks/${id}`, { as: manager, body })).body).toMatchObject({ state: 'active' });
    expect(await work()).toBe(1);
    expect((await world.http('POST', `/post/webhook-deliveries/${data[0].id}/replay`, { as: manager })).status).toBe(204);
    expect(await send()).toBe(1);
    expect(receiver.received.at(-1)!.id).toBe(data[0].id);
    expect(await get(`/post/webhooks/${id}`)).toMatchObject({ failingSince: null, waiting: 0 });
  });

  it('that says it is gone is switched off at once', async () => {
    const { id } = await register(manager);
    receiver.status = 410;
    await world.http('POST', `/post/webhooks/${id}/test`, { as: manager });
    await send();
    expect(await get(`/post/webhooks/${id}`)).toMatchObject({ state: 'disabled', disabledReason: 'gone' });
  });

  it('is silent while it is paused, and told of what happened meanwhile once it goes on', async () => {
    const { id } = await register(manager);
    const pause = (as = manager) => world.http('POST', `/post/webhooks/${id}/pause`, { as });
    expect((await pause(sender)).status).toBe(404);
    for (let taps = 0; taps < 2; taps += 1) expect((await pause()).body).toMatchObject({ state: 'disabled', disabledReason: 'paused' });
    const { number } = await given.accepted();
    expect(await work()).toBe(0);
    const body = { url: receiver.url, kinds: ['parcel.ema'] };
    expect((await world.http('PUT', `/post/webhooks/${id}`, { as: manager, body })).body.state).toBe('active');
    expect([await work(), numbersTold()]).toEqual([1, [number]]);
  });

  it('signs with the secret before for another day when it gets a new one', async () => {
    const { id, secret } = await register(manager);
    const renewed = (await world.http('POST', `/post/webhooks/${id}/secret`, { as: manager })).body.secret;
    expect(renewed).toMatch(/^whsec_/);
    const signatures = async () => {
      await world.http('POST', `/post/webhooks/${id}/test`, { as: manager });
      await send();
      return [secret, renewed].map((one) => isSignedBy(one, receiver.received.at(-1)!));
    };
    expect(await signatures()).toEqual([true, true]);
    world.clock.advance(25 * 3_600_000);
    expect(await signatures()).toEqual([false, true]);
    for (const path of ['/post/webhooks', `/post/webhooks/${id}`])
      expect((await world.http('GET', path, { as: manager })).text).not.toContain('whsec');
  });

  it('is its owner’s alone: another’s is a missing one', async () => {
    const { id } = await register(sender);
    const stranger = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: given.office('cuu-long', CAN_THO).operatorId });
    for (const as of [stranger, given.senderThrough(given.origin)]) {
      expect((await get('/post/webhooks', as)).data).toEqual([]);
      const body = { url: receiver.url, kinds: ['parcel.ema'] };
      for (const [method, path] of [
        ['GET', ''],
        ['PUT', ''],
        ['DELETE', ''],
        ['POST', '/secret'],
        ['POST', '/test'],
        ['GET', '/deliveries'],
      ])
        expect([
          path,
          (await world.http(method!, `/post/webhooks/${id}${path}`, { as, body: method === 'PUT' ? body : undefined })).status,
        ]).toEqual([path, 404]);
    }
    expect((await world.http('DELETE', `/post/webhooks/${id}`, { as: sender })).status).toBe(204);
    expect((await get('/post/webhooks', sender)).data).toEqual([]);
  });

  it('takes no address that leads inside, no kind that is none, and no more than ten', async () => {
    Object.assign(world.config, { allowPrivateCalls: false });
    const ask = (body: object) => world.http('POST', '/post/webhooks', { as: manager, body });
    for (const url of ['http://hooks.example.com/', 'https://localhost/x', 'https://2130706433/x', 'https://[::ffff:10.0.0.1]/'])
      expect((await ask({ url, kinds: ['parcel.ema'] })).body.code).toBe('webhook.address');
    Object.assign(world.config, { allowPrivateCalls: true });
    expect((await ask({ url: receiver.url, kinds: ['parcel.xyz'] })).status).toBe(400);
    expect((await ask({ url: receiver.url, kinds: [] })).status).toBe(400);
    const rivals = await Promise.all(Array.from({ length: 12 }, () => ask({ url: receiver.url, kinds: ['parcel.ema'] })));
    expect(rivals.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(rivals.find(({ status }) => status !== 201)!.body.code).toBe('webhook.too-many');
  });

  it('forgets whom to tell when that person asks to be forgotten', async () => {
    await register(manager);
    const contacts = world.get(WebhookContacts);
    await world.db.transaction(async (tx) => {
      expect(await contacts.read(tx, manager)).toMatchObject([{ url: receiver.url, contactPhone: manager.phone }]);
      await contacts.erase(tx, manager);
    });
    expect(await given.rows('select contact_phone from postal.webhook')).toEqual([{ contact_phone: null }]);
  });
});
