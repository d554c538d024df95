import { randomUUID } from 'node:crypto';
import { parseOwnNumber, parseSscc } from '@choxa/standards';
import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { DecideCounterSetting } from '../counter-settings/counter-settings.js';
import type { DemoOffice } from '../demo/seed-post.js';
import { CAN_THO, GivenPost, HANOI } from '../given-post.factory.js';
import { PostalDatabase } from '../postal-database.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { UnpackBag } from './unpack-bag.js';

let world: World;
let given: GivenPost;
let hub: DemoOffice;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
  hub = given.offices.find((one) => one.operatorCode === 'buu-chinh-song-hong' && one.kind === 'hub')!;
});
afterAll(() => world.close());

const clerk = () => given.clerkOf(given.origin);
const ask = (method: string, path: string, body?: object, as = clerk()) => world.http(method, `/post/bags${path}`, { as, body });

async function aBag(from = given.origin, to: DemoOffice = given.target): Promise<string> {
  const id = randomUUID();
  const { status } = await ask('POST', '', { id, fromOffice: from.id, toOffice: to.code }, given.clerkOf(from));
  expect(status).toBe(201);
  return id;
}

const put = async (id: string, ...numbers: string[]) =>
  (await ask('POST', `/${id}/parcels`, { parcels: numbers.map((parcel) => ({ parcel })) })).body.results as any[];

async function dispatched(...numbers: string[]): Promise<string> {
  const id = await aBag();
  await put(id, ...numbers);
  for (const step of ['closing', 'dispatch']) expect((await ask('POST', `/${id}/${step}`, {})).status).toBe(200);
  return id;
}

const codesOf = async (number: string) =>
  (await given.rows<{ code: string }>('select code from postal.scan where parcel_number = $1 order by event_time, code', [number])).map(
    ({ code }) => code,
  );

describe('a bag', () => {
  it('carries parcels to the next office: they leave with it and are scanned in where they are found', async () => {
    const [one, two] = [(await given.accepted()).number, (await given.accepted()).number];
    world.clock.advance(60_000);
    const id = await aBag();
    expect((await put(id, one, two)).map(({ outcome }) => outcome)).toEqual(['put', 'put']);
    world.clock.advance(60_000);
    expect((await ask('POST', `/${id}/closing`, {})).body).toMatchObject({ state: 'closed', parcelCount: 2, weightGrams: 1010 });
    expect((await ask('POST', `/${id}/dispatch`, {})).body.state).toBe('dispatched');
    expect(await given.stateOf(one)).toBe('in_transit');
    world.clock.advance(3_600_000);
    const there = given.clerkOf(given.target);
    expect((await ask('POST', `/${id}/arrival`, {}, there)).body.state).toBe('arrived');
    expect(await given.stateOf(one)).toBe('in_transit');
    const { body } = await ask('POST', `/${id}/opening`, { found: [one, two] }, there);
    expect(body).toMatchObject({ state: 'opened', parcelCount: 2, shortCount: 0, overCount: 0 });
    expect(await given.stateOf(two)).toBe('at_delivery_office');
    expect(await codesOf(one)).toEqual(['EMA', 'EDE', 'EMG']);
  });

  it('is opened, moved and filled once, however often a device sends it', async () => {
    const { number } = await given.accepted();
    world.clock.advance(60_000);
    const id = randomUUID();
    const opening = { id, fromOffice: given.origin.code, toOffice: given.target.id };
    const opened = await Promise.all([1, 2, 3].map(() => ask('POST', '', opening)));
    expect(new Set(opened.map(({ body }) => body.number)).size).toBe(1);
    expect(
      (await Promise.all([1, 2, 3].map(() => put(id, number))))
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['already', 'already', 'put']);
    await ask('POST', `/${id}/closing`, {});
    await Promise.all([1, 2, 3].map(() => ask('POST', `/${id}/dispatch`, {})));
    expect(await codesOf(number)).toEqual(['EMA', 'EDE']);
    expect((await put(id, number))[0].outcome).toBe('already');
    expect((await ask('POST', `/${id}/closing`, {})).body.state).toBe('dispatched');
    expect((await ask('POST', '', { ...opening, toOffice: hub.id })).body.code).toBe('bag.id-used');
  });

  it('takes a time from the device, but none that is still to come', async () => {
    const { number } = await given.accepted();
    const id = await aBag();
    world.clock.advance(7_200_000);
    const earlier = new Date(world.clock.now().getTime() - 3_600_000).toISOString();
    await ask('POST', `/${id}/parcels`, { parcels: [{ parcel: number, at: earlier }] });
    await ask('POST', `/${id}/closing`, { at: earlier });
    const later = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const { body } = await ask('POST', `/${id}/dispatch`, { at: later });
    expect(body).toMatchObject({ closedAt: earlier, dispatchedAt: world.clock.now().toISOString() });
  });

  it('refuses each wrong parcel by itself', async () => {
    const { number: good } = await given.accepted();
    const { number: announced } = await given.announced();
    const { number: foreign } = await given.announced({ operatorCode: 'buu-chinh-cuu-long' });
    const { number: elsewhere } = await given.accepted();
    await put(await aBag(), elsewhere);
    const local = { ...given.aRequest().recipient, communeCode: given.office('song-hong', '48').communeCode };
    const { number: stray } = await given.accepted({ recipient: local });
    const results = await put(await aBag(), announced, foreign, elsewhere, stray, 'EE000000000XA', good);
    expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'bag.parcel-not-accepted',
      'bag.parcel-unknown',
      'bag.parcel-elsewhere',
      'bag.wrong-route',
      'bag.parcel-unknown',
      'put',
    ]);
    expect(results[3]).toMatchObject({
      detail: expect.stringContaining('Sai hướng'),
      rightOfficeName: expect.any(String),
    });
  });

  it('gives a parcel back while it is open, and not after', async () => {
    const { number } = await given.accepted();
    const id = await aBag();
    await put(id, number);
    expect((await ask('DELETE', `/${id}/parcels/${number}`)).status).toBe(204);
    expect((await ask('POST', `/${id}/closing`, {})).body.code).toBe('bag.empty');
    const other = await dispatched(number);
    expect((await ask('DELETE', `/${other}/parcels/${number}`)).body.code).toBe('bag.not-open');
    const { body } = await ask('GET', `/${id}`);
    expect(body.parcels).toMatchObject([{ number, outcome: 'taken_out' }]);
  });

  it('reports what is short and what is over; only what was found is scanned in', async () => {
    const [here, missing, extra] = [(await given.accepted()).number, (await given.accepted()).number, (await given.accepted()).number];
    world.clock.advance(60_000);
    const id = await dispatched(here, missing);
    const there = given.clerkOf(given.target);
    expect((await ask('POST', `/${id}/opening`, { found: [here] }, there)).body.code).toBe('bag.wrong-state');
    await ask('POST', `/${id}/arrival`, {}, there);
    world.clock.advance(60_000);
    const opening = { found: [here, extra, 'EE000000000XA'] };
    const { body } = await ask('POST', `/${id}/opening`, opening, there);
    expect(body).toMatchObject({ shortCount: 1, overCount: 1 });
    expect(Object.fromEntries(body.parcels.map((one: any) => [one.number, one.outcome]))).toEqual({
      [here]: 'found',
      [missing]: 'short',
      [extra]: 'over',
    });
    expect([await codesOf(here), await codesOf(missing), await codesOf(extra)]).toEqual([
      ['EMA', 'EDE', 'EMG'],
      ['EMA', 'EDE'],
      ['EMA', 'EMG'],
    ]);
    expect((await ask('POST', `/${id}/opening`, { found: [] }, there)).body).toMatchObject({ shortCount: 1, overCount: 1 });
    // What was missing turns up and travels again.
    expect((await put(await aBag(), missing))[0].outcome).toBe('put');
  });

  it('that strays is caught where it comes: the answer names where it belongs', async () => {
    const id = await dispatched((await given.accepted()).number);
    const elsewhere = given.clerkOf(given.office('song-hong', '48'));
    const { number } = (await ask('GET', `/${id}`)).body;
    expect((await ask('GET', `?number=${number}`, undefined, elsewhere)).body.data).toMatchObject([{ id }]);
    const { status, body } = await ask('POST', `/${id}/arrival`, {}, elsewhere);
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 409,
      code: 'bag.misrouted',
      detail: `${given.target.name} (${given.target.code})`,
    });
    expect((await ask('GET', `/${id}`)).body.state).toBe('dispatched');
  });

  it('completes what a crash between the scans and the report left open', async () => {
    const { number } = await given.accepted();
    const id = await dispatched(number);
    const there = given.clerkOf(given.target);
    await ask('POST', `/${id}/arrival`, {}, there);
    world.clock.advance(60_000);
    const unpack = world.get(UnpackBag);
    const db = world.get(PostalDatabase);
    const transaction = db.transaction.bind(db);
    let calls = 0;
    // The second transaction of the use case itself (the scans run in one of their own) never happens.
    db.transaction = (work) => ((calls += 1) === 3 ? Promise.reject(new Error('died')) : transaction(work));
    await expect(unpack.run(there, id, { found: [number] })).rejects.toThrow('died');
    db.transaction = transaction;
    world.clock.advance(60_000);
    expect((await ask('POST', `/${id}/opening`, { found: [number] }, there)).body.state).toBe('opened');
    expect((await codesOf(number)).filter((code) => code === 'EMG')).toHaveLength(1);
  });
});

describe('the label of a bag', () => {
  it('is printed once nothing more goes in, for the operator’s own people', async () => {
    const id = await aBag();
    await put(id, (await given.accepted()).number);
    const label = (as = clerk(), query = '') => ask('GET', `/${id}/label.pdf${query}`, undefined, as);
    expect((await label()).body.code).toBe('bag.still-open');
    await ask('POST', `/${id}/closing`, {});
    const { status, text } = await label(clerk(), '?format=100x150');
    expect({ status, pages: text.match(/\/Type \/Page\n/g)?.length }).toEqual({ status: 200, pages: 1 });
    expect((await label(given.clerkOf(given.office('cuu-long', HANOI)))).body.code).toBe('bag.unknown');
  });
});

describe('where bags leave to', () => {
  const hops = (office: string, as = clerk()) => ask('GET', `/next-hops?office=${office}`, undefined, as);

  it('is where most parcels that lie there go next; what is in a bag counts no more', async () => {
    const { number } = await given.accepted();
    const waiting = async () => (await hops(given.origin.id)).body.data[0];
    const before = await waiting();
    expect(before.office.id).toBe(hub.id);
    await put(await aBag(), number);
    expect(await waiting()).toEqual({ ...before, waitingCount: before.waitingCount - 1 });
    const { data } = (await hops(hub.id, given.clerkOf(hub))).body;
    expect(data.map((hop: any) => hop.office.code)).toContain(given.origin.code);
  });

  it('is asked for one’s own office only', async () => {
    expect((await hops(given.target.id)).body.code).toBe('office.unknown');
    expect((await hops(given.origin.id, given.courierOf(given.origin))).status).toBe(403);
  });
});

describe('bag numbers', () => {
  it('are SSCCs inside the operator’s GS1 prefix, own numbers with a check digit without one', async () => {
    const numberOf = async (from: DemoOffice, to: DemoOffice) => {
      const id = await aBag(from, to);
      return (await ask('GET', `/${id}`, undefined, given.clerkOf(from))).body.number as string;
    };
    const [from, to] = [given.office('cuu-long', HANOI), given.office('cuu-long', CAN_THO)];
    expect(parseOwnNumber(await numberOf(from, to), 'TUI')).toMatchObject({ ok: true });
    await world.get(DecideCounterSetting).run('system', from.operatorId, { gs1Prefix: '9529999', phoneOnLabel: false });
    const sscc = await numberOf(from, to);
    expect(sscc).toMatch(/^09529999/);
    expect(parseSscc(sscc)).toMatchObject({ ok: true });
    const found = await ask('GET', `?number=(00)${sscc}`, undefined, given.clerkOf(to));
    expect(found.body.data).toMatchObject([{ number: sscc }]);
  });
});

describe('the scope of bags', () => {
  it('is the operator: another’s bag is not there, nor can its offices be reached', async () => {
    const id = await aBag();
    const foreign = given.clerkOf(given.office('cuu-long', HANOI));
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/closing'],
      ['POST', '/dispatch'],
      ['POST', '/arrival'],
    ] as const)
      expect((await ask(method, `/${id}${path}`, method === 'POST' ? {} : undefined, foreign)).body.code).toBe('bag.unknown');
    expect((await ask('GET', '', undefined, foreign)).body.data.map((bag: any) => bag.id)).not.toContain(id);
    const body = { id: randomUUID(), fromOffice: given.office('cuu-long', HANOI).id, toOffice: given.target.id };
    expect((await ask('POST', '', body, foreign)).body.code).toBe('bag.office-unknown');
    expect((await ask('POST', `/${id}/closing`, {}, given.clerkOf(given.target))).body.code).toBe('bag.unknown');
  });

  it('lists what leaves and what comes', async () => {
    const id = await aBag(given.origin, hub);
    const at = given.clerkOf(hub);
    expect((await ask('GET', '?way=to&state=open', undefined, at)).body.data.map((bag: any) => bag.id)).toEqual([id]);
    expect((await ask('GET', '?way=from', undefined, at)).body.data).toEqual([]);
  });
});
