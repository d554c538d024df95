import { anActor, testWorld, type World } from '@choxa/testing';
import { sql } from '../database/database.js';
import { OutsideCalls } from '../fetch/outside-calls.js';
import type { Actor } from '../guard/actor.js';
import { DispatchMessages } from './dispatch-messages.js';
import { MessageChannels, type OutgoingMessage } from './message-channels.js';
import { Notify, type Message } from './notify.js';
import { DeliverPushes } from './push/deliver-pushes.js';
import { FakeBrowser, FakePushService, vapidClaims } from './push/fake-push-service.factory.js';
import { PushSender } from './push/push-sender.js';

describe('what people are told', () => {
  let world: World;
  let service: FakePushService;
  const texts: OutgoingMessage[] = [];
  let broken = false;
  let people = 0;

  beforeAll(async () => {
    service = await FakePushService.open();
    world = await testWorld({ libs: [], imports: [] });
    const channels = world.get(MessageChannels);
    channels.deliver = async (message) => {
      if (broken) throw new Error('the gateway is away');
      texts.push(message);
    };
    // The push service of this spec is on this machine.
    Object.assign(world.get(PushSender), { outside: new OutsideCalls({ ...world.config, allowPrivateCalls: true }) });
  });
  beforeEach(() => {
    texts.length = service.received.length = 0;
    service.status = 201;
    broken = false;
  });
  afterAll(async () => {
    await service.close();
    await world.close();
  });

  const rows = <T = Record<string, unknown>>(text: string, params: unknown[] = []) => sql<T>(world.db.read, text, params);
  const dispatch = () => world.get(DispatchMessages).run();
  const push = () => world.get(DeliverPushes).run();
  const tell = (person: Actor, change: Partial<Message> = {}) =>
    world.db.transaction((tx) =>
      world.get(Notify).send(tx, {
        to: person.phone,
        channel: 'sms',
        template: 'orders.new-seller-order',
        text: 'Chợ Xã: đơn mới CX7K3M9QPA, bạn nhận 185.000 ₫.',
        ...change,
      }),
    );

  function somebody(): Actor {
    people += 1;
    return Object.assign(anActor(), { phone: `+8450000${1000 + people}` });
  }

  /** Somebody whose browser takes pushes; kept as the page would send it, but on this machine. */
  async function withBrowser() {
    const [person, browser] = [somebody(), new FakeBrowser()];
    const { p256dh, auth } = browser;
    const body = { endpoint: `https://push.example.com/${people}`, p256dh, auth, device: 'Chrome, Android' };
    const { status, body: made } = await world.http('POST', '/me/push-subscriptions', { as: person, body });
    expect(status).toBe(201);
    await rows('update platform.push_subscription set endpoint = $2 where id = $1', [made.id, `${service.url}/${people}`]);
    return { person, browser, id: made.id as string };
  }

  it('goes to the telephone once, however many look for it', async () => {
    await tell(somebody());
    await Promise.all([dispatch(), dispatch(), dispatch()]);
    await dispatch();
    expect(texts).toHaveLength(1);
  });

  it('is tried again with longer waits, and given up with a record', async () => {
    broken = true;
    const person = somebody();
    await tell(person);
    const tries: number[] = [];
    for (let minute = 0; minute < 40; minute += 1) {
      if (await dispatch()) tries.push(minute * 30);
      world.clock.advance(30_000);
    }
    expect(tries).toEqual([0, 30, 90, 210, 450, 930]);
    expect(await rows('select state, tries from platform.message where recipient = $1', [person.phone])).toEqual([
      { state: 'failed', tries: 6 },
    ]);
  });

  it('reaches a browser encrypted for it, signed by us, with a number and an amount and no person in it', async () => {
    const { person, browser } = await withBrowser();
    await tell(person);
    await Promise.all([dispatch(), dispatch()]);
    await Promise.all([push(), push()]);
    await push();
    expect(service.received).toHaveLength(1);
    const [{ headers, body }] = service.received as [(typeof service.received)[0]];
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' });
    expect(headers.topic).toMatch(/^[\w-]{22}$/);
    expect(JSON.parse(browser.read(body))).toMatchObject({ body: 'CX7K3M9QPA · 185.000 ₫', path: '/ban-hang/don-hang' });
    const { key, claims } = vapidClaims(headers.authorization!);
    expect(key).toBe((await world.http('GET', '/me/notices', { as: person })).body.pushKey);
    expect(claims.aud).toBe(service.url);
  });

  it.each([404, 410])('forgets a browser whose push service answers %s', async (status) => {
    const { person, id } = await withBrowser();
    service.status = status;
    await tell(person);
    await dispatch();
    await push();
    expect(await rows('select id from platform.push_subscription where id = $1', [id])).toEqual([]);
    expect(await push()).toBe(0);
  });

  it('is pushed again later when the push service fails, and not more than six times', async () => {
    const { person, id } = await withBrowser();
    service.status = 503;
    await tell(person);
    await dispatch();
    for (let tries = 0; tries < 50; tries += 1) {
      await push();
      world.clock.advance(60_000);
    }
    expect(service.received).toHaveLength(6);
    expect(await rows('select state, error from platform.push_delivery where subscription_id = $1', [id])).toEqual([
      { state: 'failed', error: 'push service answered 503' },
    ]);
  });

  it('comes by the ways a person chose, and always where it must', async () => {
    const { person } = await withBrowser();
    const choose = (topic: string, channel: string, on: boolean) =>
      world.http('PUT', '/me/notices', { as: person, body: { topic, channel, on } });
    expect((await choose('new-orders', 'text', false)).status).toBe(200);
    expect((await choose('order-changes', 'push', false)).status).toBe(200);
    expect((await choose('order-changes', 'text', false)).body.code).toBe('notice.must-have');
    await tell(person);
    await tell(person, { template: 'orders.cancelled' });
    await dispatch();
    await push();
    expect(texts.map(({ template }) => template)).toEqual(['orders.cancelled']);
    expect(service.received).toHaveLength(1);
    expect(await rows('select template, state from platform.message where recipient = $1 order by template', [person.phone])).toEqual([
      { template: 'orders.cancelled', state: 'sent' },
      { template: 'orders.new-seller-order', state: 'skipped' },
    ]);
  });

  it('goes to no address of a private network, and to no browser of somebody else', async () => {
    const { person, browser, id } = await withBrowser();
    const { p256dh, auth } = browser;
    for (const endpoint of [
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://10.0.0.8/x',
      'http://push.example.com/x',
      'https://localhost/x',
    ]) {
      const { body } = await world.http('POST', '/me/push-subscriptions', { as: person, body: { endpoint, p256dh, auth, device: 'x' } });
      expect(body.code).toBe('push.endpoint');
    }
    expect((await world.http('DELETE', `/me/push-subscriptions/${id}`, { as: somebody() })).status).toBe(404);
    expect((await world.http('DELETE', `/me/push-subscriptions/${id}`, { as: person })).status).toBe(204);
    expect((await world.http('GET', '/me/notices', { as: person })).body.devices).toEqual([]);
  });
});
