import { placesLib } from '@choxa/places';
import type { Actor } from '@choxa/platform';
import { ParcelStatusChanged } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
let sender: Actor;
let references = 0;
const facts = new FactsHeard();

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
});
beforeEach(() => {
  sender = given.senderThrough(given.origin);
});
afterAll(() => world.close());

/** What a sender's program sends. */
function aParcel(change: object = {}) {
  const { sender: from, recipient, weightGrams, codVnd, contents } = given.aRequest();
  references += 1;
  return { reference: `DH-${references}`, sender: from, recipient, weightGrams, codVnd, contents, ...change };
}

const announce = (body: object, as = sender, headers = aKey()) => world.http('POST', '/post/parcels', { as, body, headers });

describe('a sender’s program', () => {
  it('announces a parcel and has its number at once; the recipient gets the code', async () => {
    const body = aParcel();
    const { status, body: parcel } = await announce(body);
    expect(status).toBe(201);
    expect(parcel).toMatchObject({
      reference: body.reference,
      operatorCode: 'buu-chinh-song-hong',
      state: 'announced',
      weightGrams: 480,
      codVnd: 120_000,
      acceptedAt: null,
    });
    const [message] = await given.rows<{ body: string }>('select body from platform.message where body like $1', [`%${parcel.number}%`]);
    expect(message!.body).toContain('Mã nhận hàng');
    expect((await world.http('GET', `/parcels/${parcel.number}`)).body.status).toBe('announced');
  });

  it('makes one parcel of one reference, whatever its keys; one key answers the same text', async () => {
    const [body, headers] = [aParcel(), aKey()];
    const first = await announce(body, sender, headers);
    expect((await announce(body, sender, headers)).text).toBe(first.text);
    expect((await announce(body)).body.number).toBe(first.body.number);
    const rivals = await Promise.all(Array.from({ length: 8 }, () => announce(aParcel({ reference: 'cùng-lúc' }))));
    expect(new Set(rivals.map((one) => one.body.number)).size).toBe(1);
    expect((await announce({ ...body, codVnd: 1 }, sender, headers)).body.code).toBe('idempotency.reused');
  });

  it('shares no name space with anybody: the same reference of another sender is another parcel', async () => {
    const body = aParcel();
    const other = given.senderThrough(given.origin);
    const [mine, theirs] = [(await announce(body)).body, (await announce(body, other)).body];
    expect(mine.number).not.toBe(theirs.number);
    const { request } = await given.announced();
    const forged = (await announce(aParcel({ reference: request.senderReference }))).body;
    await world.http('POST', `/post/sent-parcels/${forged.number}/withdrawal`, { as: sender, body: { reason: 'thử' } });
    await world.drain();
    const told = facts.heard.filter(({ data }) => data.number === forged.number).map(({ data }) => data.senderReference);
    expect(told.length).toBeGreaterThan(1);
    expect(told).not.toContain(request.senderReference);
  });

  it('sees its own parcels, in pages, and nobody else’s', async () => {
    const numbers: string[] = [];
    for (let made = 0; made < 3; made += 1) numbers.unshift((await announce(aParcel())).body.number);
    const first = (await world.http('GET', '/post/sent-parcels?limit=2', { as: sender })).body;
    const second = (await world.http('GET', `/post/sent-parcels?limit=2&cursor=${first.next}`, { as: sender })).body;
    const seen = [...first.data, ...second.data].map((parcel: { number: string }) => parcel.number);
    expect(seen.toSorted()).toEqual(numbers.toSorted());
    expect(second.next).toBeNull();
    const other = given.senderThrough(given.origin, given.office('cuu-long', CAN_THO));
    expect((await world.http('GET', '/post/sent-parcels', { as: other })).body.data).toEqual([]);
    const [theirs, missing] = [
      await world.http('GET', `/post/sent-parcels/${numbers[0]}`, { as: other }),
      await world.http('GET', '/post/sent-parcels/EE000000000XA', { as: other }),
    ];
    expect([theirs.status, { ...theirs.body, requestId: '' }]).toEqual([404, { ...missing.body, requestId: '' }]);
  });

  it('follows a parcel to its end', async () => {
    const { number } = (await announce(aParcel())).body;
    await given.accept(number);
    await given.record([given.aScan(number, 'EMG'), given.aScan(number, 'EDG')]);
    const one = (await world.http('GET', `/post/sent-parcels/${number}`, { as: sender })).body;
    expect(one).toMatchObject({ state: 'out_for_delivery', weightGrams: 505, acceptedAt: expect.any(String) });
    expect((await world.http('GET', '/post/sent-parcels?state=announced', { as: sender })).body.data).toEqual([]);
  });

  it('takes a parcel back until it is handed over', async () => {
    const { number } = (await announce(aParcel())).body;
    const withdraw = (as = sender) => world.http('POST', `/post/sent-parcels/${number}/withdrawal`, { as, body: { reason: 'hết hàng' } });
    expect((await withdraw(given.senderThrough(given.origin))).status).toBe(404);
    expect((await withdraw()).body.state).toBe('withdrawn');
    expect((await withdraw()).body.state).toBe('withdrawn');
    await world.drain();
    expect(facts.of(ParcelStatusChanged, number)).toHaveLength(1);
    expect((await given.accept(number)).body).toMatchObject({ code: 'parcel.withdrawn', detail: 'hết hàng' });
    const late = (await announce(aParcel())).body.number;
    await given.accept(late);
    const refused = await world.http('POST', `/post/sent-parcels/${late}/withdrawal`, { as: sender, body: { reason: 'muộn' } });
    expect(refused.body.code).toBe('parcel.accepted-already');
  });

  it('is told every place where it is wrong, and nothing is made', async () => {
    const { recipient } = given.aRequest();
    const wrong = await announce(aParcel({ recipient: { ...recipient, phone: '12345678', communeCode: '99999' } }));
    expect([wrong.status, wrong.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      400,
      ['/recipient/phone', '/recipient/communeCode'],
    ]);
    expect((await announce(aParcel({ deliverTo: { kind: 'office' } }))).body.errors[0].pointer).toBe('/deliverTo/officeCode');
    expect((await announce(aParcel({ operatorCode: 'buu-chinh-cuu-long' }))).body.code).toBe('operator.unknown');
    const both = given.senderThrough(given.origin, given.office('cuu-long', CAN_THO));
    expect((await announce(aParcel(), both)).body.code).toBe('operator.unknown');
    expect((await announce(aParcel({ operatorCode: 'buu-chinh-cuu-long' }), both)).body.number).toMatch(/^CLX/);
    expect((await world.http('GET', '/post/sent-parcels', { as: sender })).body.data).toEqual([]);
  });

  it('needs the right to send: staff of an office do not have it', async () => {
    expect((await announce(aParcel(), given.clerkOf(given.origin))).status).toBe(403);
    expect((await world.http('POST', '/post/parcels', { body: aParcel(), headers: aKey() })).status).toBe(401);
  });
});
