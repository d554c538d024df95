import { buildS10 } from '@choxa/standards';
import { placesLib } from '@choxa/places';
import { anActor, testWorld, type HttpAnswer, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { LOOK_UPS_PER_MINUTE } from './tracking-limit.js';
import { MAX_STREAMS, TrackingStreams } from './tracking-streams.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

describe('public tracking', () => {
  it('shows five steps, status and provinces', async () => {
    const { number, code } = await given.outForDelivery();
    const { body } = await world.http('GET', `/parcels/${number.toLowerCase()}`);
    expect(body).toMatchObject({ number, step: 4, status: 'out_for_delivery', nextStep: 'delivered', expectedOn: '2026-11-19' });
    expect(body.steps.map((step: { key: string; reachedAt: string | null }) => [step.key, step.reachedAt !== null])).toEqual([
      ['announced', true],
      ['accepted', true],
      ['in_transit', true],
      ['out_for_delivery', true],
      ['delivered', false],
    ]);
    expect(body.events.map((event: { code: string }) => event.code)).toEqual(['EMA', 'EMG', 'EDG']);
    await given.deliver(number, code);
    expect((await world.http('GET', `/parcels/${number}`)).body).toMatchObject({ step: 5, nextStep: null, expectedOn: null });
  });

  it('shows nobody’s name, phone, street or money, whatever happened', async () => {
    const { number, code } = await given.accepted();
    await given.record([given.aScan(number, 'EDG'), given.aScan(number, 'EMH', { reason: 'refused' })]);
    const secrets = ['Mơ', 'Bình', '912345678', '987654321', 'ngõ Sen', 'Ấp', '120000', '120.000', 'Cà phê', 'refused', '505', `"${code}`];
    const check = async () => {
      const { text } = await world.http('GET', `/parcels/${number}`);
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(Object.keys(JSON.parse(text)).sort()).toEqual([
        'events',
        'expectedOn',
        'fromProvince',
        'nextStep',
        'number',
        'status',
        'statusAt',
        'step',
        'steps',
        'toProvince',
      ]);
    };
    await check();
    await given.deliver(number, code);
    await check();
  });

  it('answers the same for a number never used and one that cannot be', async () => {
    const unused = await world.http('GET', `/parcels/${buildS10({ indicator: 'ZZ', serial: 1, country: 'XA' })}`);
    const absurd = await world.http('GET', `/parcels/${encodeURIComponent('không-có')}`);
    expect(unused).toMatchObject({ status: 404, body: { code: 'parcel.unknown' } });
    expect({ ...absurd.body, requestId: '' }).toEqual({ ...unused.body, requestId: '' });
    expect((await world.http('GET', '/parcels/EE000000000XA/events')).status).toBe(404);
  });

  it('streams each change and ends with the journey', async () => {
    const { number, code } = await given.accepted();
    const response = await fetch(`${world.url}/api/v1/parcels/${number}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    setTimeout(() => void given.deliver(number, code), 300);
    const events = (await response.text()).matchAll(/event: status\nid: .*\ndata: (.*)\n/g);
    expect([...events].map(([, json]) => JSON.parse(json!).status)).toEqual(['accepted', 'delivered']);
  });

  it('does not repeat to a reader that comes back what it has seen, and tells what it has missed', async () => {
    const { number } = await given.accepted();
    const streams = world.get(TrackingStreams);
    const told = async (lastSeen?: string): Promise<string> => {
      let text = '';
      const { stop } = await streams.start(number, () => ({ write: (more) => void (text += more), end: () => {} }), lastSeen);
      stop();
      return text;
    };
    const id = /^id: (\S+)$/m.exec(await told())![1]!;
    expect(await told(id)).toBe('retry: 5000\n\n');
    await given.record([given.aScan(number, 'EMG')]);
    expect(await told(id)).toContain('"status":"at_delivery_office"');
  });

  it('answers a known and an unknown number alike past the limit of a caller, and others go on', async () => {
    const { number } = await given.announced();
    const from = (address: string, which: string) => world.http('GET', `/parcels/${which}`, { headers: { 'x-forwarded-for': address } });
    const first = await from('113.161.0.9', number);
    expect(first.headers.ratelimit).toMatch(`limit=${LOOK_UPS_PER_MINUTE}, remaining=${LOOK_UPS_PER_MINUTE - 1}, reset=`);
    for (let made = 1; made < LOOK_UPS_PER_MINUTE; made += 1) await from('113.161.0.9', made % 2 ? number : 'EE000000000XA');
    const seen = ({ status, body, headers }: HttpAnswer) => ({
      status,
      body: { ...body, requestId: '' },
      headers: { ...headers, date: '', 'content-length': '' },
    });
    const [known, unknown] = [await from('113.161.0.9', number), await from('113.161.0.9', 'EE000000000XA')];
    expect([known.status, known.body.code, known.headers['retry-after']]).toEqual([429, 'tracking.too-many', expect.any(String)]);
    expect(seen(known)).toEqual(seen(unknown));
    expect((await from('113.161.0.9', `${number}/events`)).status).toBe(429);
    expect((await from('113.161.0.10', number)).status).toBe(200);
    world.clock.advance(60_000);
    expect((await from('113.161.0.9', number)).status).toBe(200);
  });

  it('keeps no stream after its reader has gone, and no more than a process can feed', async () => {
    const { number } = await given.accepted();
    const streams = world.get(TrackingStreams);
    const reader = new AbortController();
    await fetch(`${world.url}/api/v1/parcels/${number}/events`, { signal: reader.signal });
    expect(streams.open).toBe(1);
    reader.abort();
    for (let waited = 0; streams.open && waited < 500; waited += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(streams.open).toBe(0);
    const quiet = { write: () => {}, end: () => {} };
    const open = await Promise.all(Array.from({ length: MAX_STREAMS }, () => streams.start(number, () => quiet)));
    expect(await world.http('GET', `/parcels/${number}/events`)).toMatchObject({ status: 503, body: { code: 'tracking.busy' } });
    for (const { stop } of open) stop();
    expect(streams.open).toBe(0);
  });
});
