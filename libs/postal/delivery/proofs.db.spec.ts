import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { localDay, NON_DELIVERY_REASON_CODES } from '@choxa/standards';
import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aKey, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
const HOME = { latitude: 10.03, longitude: 105.78 };

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const atHome = { deliverTo: { kind: 'address' as const, point: HOME } };
const courier = () => given.courierOf(given.target);
const manager = (operator = given.target) => anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: operator.operatorId });

function aPicture(background = `#${randomUUID().slice(0, 6)}`): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
}

function send(number: string, kind: string, bytes: Buffer, as = courier()) {
  const head = '--ranh\r\nContent-Disposition: form-data; name="file"; filename="tep"\r\nContent-Type: application/octet-stream\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--ranh--\r\n')]);
  return world.http('POST', `/parcels/${number}/proof-pictures?kind=${kind}`, {
    as,
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=ranh' },
  });
}

/** Delivered with a fresh photo taken at `point`. */
async function photographed(number: string, change: object = {}, { picture = aPicture(), as = courier() } = {}) {
  const { body } = await send(number, 'photo', await picture, as);
  const proof = { proof: 'photo', pictureId: body.id, recipientCode: null, ...HOME, accuracyMeters: 12, ...change };
  return given.deliver(number, '', proof, as);
}

const proofOf = async (number: string) =>
  (await given.rows<Record<string, unknown>>('select * from postal.proof where parcel_number = $1', [number]))[0];
const reviewsOf = (number: string) =>
  given.rows<{ id: string; patterns: string[] }>('select id, patterns from postal.delivery_review where parcel_number = $1', [number]);

describe('a proof', () => {
  it('by photo keeps the place, its distance from the recipient’s point, and books the cash as ever', async () => {
    const { number } = await given.outForDelivery(atHome);
    const answer = await photographed(number, { latitude: 10.031 });
    expect(answer).toMatchObject({ status: 200, body: { state: 'delivered' } });
    expect(await proofOf(number)).toMatchObject({ kind: 'photo', distance_meters: 111, accuracy_meters: 12, delivery_place: 'address' });
    expect(await given.ledger(number)).toEqual({ recipient: 0, sender: -120_000, cash: 120_000 });
    expect(await reviewsOf(number)).toEqual([]);
  });

  it('by photo is none without the place', async () => {
    const { number } = await given.outForDelivery();
    const answer = await photographed(number, { latitude: null, longitude: null });
    expect(answer).toMatchObject({ status: 422, body: { code: 'proof.point-needed' } });
    expect(await given.stateOf(number)).toBe('out_for_delivery');
  });

  it('by signature needs no place, and no code', async () => {
    const { number } = await given.outForDelivery();
    const { body } = await send(number, 'signature', await aPicture());
    const proof = { proof: 'signature', pictureId: body.id, recipientCode: null };
    expect((await given.deliver(number, '', proof)).status).toBe(200);
    expect(await proofOf(number)).toMatchObject({ kind: 'signature', latitude: null, distance_meters: null, picture_id: body.id });
  });

  it('by code is kept too, with the place when the phone told it', async () => {
    const { number, code } = await given.outForDelivery(atHome);
    await given.deliver(number, code, { ...HOME, accuracyMeters: 8 });
    expect(await proofOf(number)).toMatchObject({ kind: 'code', distance_meters: 0, picture_id: null });
  });

  it('of another parcel, of another kind or of nobody is none', async () => {
    const [{ number }, other] = [await given.outForDelivery(), await given.outForDelivery()];
    const theirs = (await send(other.number, 'photo', await aPicture())).body.id;
    const signature = (await send(number, 'signature', await aPicture())).body.id;
    for (const pictureId of [theirs, signature, randomUUID(), null]) {
      const proof = { proof: 'photo', pictureId, recipientCode: null, ...HOME };
      expect(await given.deliver(number, '', proof)).toMatchObject({ status: 404, body: { code: 'proof.picture-missing' } });
    }
    expect(await given.stateOf(number)).toBe('out_for_delivery');
  });

  it('may be told later, at the time at which it happened, but not at one that cannot be', async () => {
    const { number } = await given.outForDelivery();
    const happened = new Date(world.clock.now().getTime() + 5 * 60_000);
    world.clock.advance(3 * 3_600_000);
    for (const wrong of [world.clock.now().getTime() + 3_600_000, happened.getTime() - 86_400_000])
      expect((await photographed(number, { deliveredAt: new Date(wrong).toISOString() })).body.code).toBe('proof.time');
    expect((await photographed(number, { deliveredAt: happened.toISOString() })).status).toBe(200);
    expect(await proofOf(number)).toMatchObject({ delivered_at: happened });
  });

  it('told by a phone whose clock is off counts at the time it was by our clock', async () => {
    const { number, code } = await given.outForDelivery();
    const happened = new Date(world.clock.now().getTime() + 60_000);
    world.clock.advance(3_600_000);
    const byThePhone = (at: Date) => new Date(at.getTime() - 30 * 60_000).toISOString();
    const headers = { ...aKey(), 'device-time': byThePhone(world.clock.now()) };
    expect((await given.deliver(number, code, { deliveredAt: byThePhone(happened) }, courier(), headers as never)).status).toBe(200);
    expect(await proofOf(number)).toMatchObject({ delivered_at: happened });
  });

  it('a moment before the last scan, as a clock a little slow tells it, counts as that moment', async () => {
    const { number, code } = await given.outForDelivery();
    const out = world.clock.now();
    const slow = { deliveredAt: new Date(out.getTime() - 90_000).toISOString() };
    expect((await given.deliver(number, code, slow)).status).toBe(200);
    expect(await proofOf(number)).toMatchObject({ delivered_at: out });
  });

  it('sent twice is one picture, and what is no picture is refused', async () => {
    const { number } = await given.outForDelivery();
    const picture = await aPicture();
    const ids = [await send(number, 'photo', picture), await send(number, 'photo', picture)].map((answer) => answer.body.id);
    expect(new Set(ids).size).toBe(1);
    for (const bytes of [Buffer.from('<svg/>'), picture.subarray(0, 60), Buffer.alloc(0)])
      expect(await send(number, 'photo', bytes)).toMatchObject({ status: 422, body: { code: 'proof.unreadable' } });
  });

  it('is seen by the office and its managers, not by another operator', async () => {
    const { number } = await given.outForDelivery();
    const { body } = await send(number, 'photo', await aPicture());
    const path = `/post/proof-pictures/${body.id}`;
    for (const as of [courier(), manager()]) expect((await world.http('GET', path, { as })).status).toBe(200);
    const rival = given.office('cuu-long', '92');
    for (const as of [given.courierOf(rival), manager(rival)]) expect((await world.http('GET', path, { as })).status).toBe(404);
    expect((await send(number, 'photo', await aPicture(), given.courierOf(rival))).status).toBe(404);
  });
});

describe('a doubted delivery', () => {
  it('waits for a manager, who is not who delivered, and its recipient is told', async () => {
    const { number } = await given.outForDelivery(atHome);
    await photographed(number, { latitude: 10.05 });
    const { data } = (await world.http('GET', '/post/delivery-reviews?state=open', { as: manager() })).body;
    const review = data.find((one: { parcelNumber: string }) => one.parcelNumber === number);
    expect(review).toMatchObject({ patterns: ['far'], measures: { fromRecipient: 2224 }, proof: 'photo', state: 'open' });
    expect(
      await given.rows(`select 1 from platform.message where template = 'postal.delivered' and body like $1`, [`%${number}%`]),
    ).toHaveLength(1);
    const decide = (as: ReturnType<typeof manager>, verdict: string) =>
      world.http('POST', `/post/delivery-reviews/${review.id}/decision`, { as, body: { verdict, note: 'Đã gọi người nhận' } });
    expect((await decide(manager(given.office('cuu-long', '92')), 'upheld')).status).toBe(404);
    const boss = manager();
    expect((await decide(boss, 'upheld')).status).toBe(204);
    expect((await decide(boss, 'upheld')).status).toBe(204);
    expect((await decide(boss, 'dismissed')).body.code).toBe('review.decided');
  });

  it('is not decided by who made it', async () => {
    const { number } = await given.outForDelivery(atHome);
    const both = anActor(
      { role: 'courier', scopeKind: 'office', scopeId: given.target.id },
      { role: 'postal_manager', scopeKind: 'operator', scopeId: given.target.operatorId },
    );
    await photographed(number, { latitude: 10.05 }, { as: both });
    const [review] = await reviewsOf(number);
    const body = { verdict: 'dismissed', note: 'Tôi có phát' };
    expect(await world.http('POST', `/post/delivery-reviews/${review!.id}/decision`, { as: both, body })).toMatchObject({
      status: 403,
      body: { code: 'review.own-delivery' },
    });
  });

  it('is one whose photo was used before', async () => {
    const [one, other] = [await given.outForDelivery(atHome), await given.outForDelivery(atHome)];
    const picture = aPicture();
    await photographed(one.number, {}, { picture });
    world.clock.advance(3_600_000);
    await photographed(other.number, {}, { picture });
    expect(await reviewsOf(one.number)).toEqual([]);
    expect(await reviewsOf(other.number)).toMatchObject([{ patterns: ['same_photo'] }]);
  });

  it('is each of twenty within two minutes, the first ones too', async () => {
    const numbers: string[] = [];
    for (let made = 0; made < 20; made += 1) numbers.push((await given.accepted({ codVnd: 0 })).number);
    await given.record(numbers.flatMap((number) => [given.aScan(number, 'EMG'), given.aScan(number, 'EDG')]));
    world.clock.advance(3_600_000);
    const as = courier();
    for (const number of numbers) {
      world.clock.advance(5_000);
      expect((await photographed(number, { codCollectedVnd: 0 }, { as })).status).toBe(200);
    }
    const doubted = await given.rows<{ patterns: string[] }>(
      'select patterns from postal.delivery_review where parcel_number = any($1::text[])',
      [numbers],
    );
    expect(doubted).toHaveLength(20);
    expect(doubted.every(({ patterns }) => patterns.includes('burst'))).toBe(true);
  });
});

describe('reasons of a failed attempt', () => {
  it('have each a row that says whose fault it is and whether it counts', async () => {
    const { data } = (await world.http('GET', '/post/failure-reasons', { as: courier() })).body;
    expect(data.map((reason: { code: string }) => reason.code)).toEqual(NON_DELIVERY_REASON_CODES);
    expect(data.length).toBeGreaterThanOrEqual(25);
    const ofThePost = data.filter((reason: { fault: string }) => reason.fault === 'post').map((reason: { code: string }) => reason.code);
    expect(ofThePost).toEqual(['refused_damaged', 'damaged', 'missorted', 'out_of_time', 'vehicle']);
  });

  it('change by a row from a day on', async () => {
    const today = localDay(world.clock.now());
    await given.rows(`update postal.failure_reason set valid_to = $1 where code = 'weather'`, [today]);
    await given.rows(
      `insert into postal.failure_reason (code, valid_from, fault, counts, next_action, basis) values ('weather', $1, 'circumstance', true, 'retry', 'x')`,
      [today],
    );
    const { data } = (await world.http('GET', '/post/failure-reasons', { as: courier(), headers: aKey() })).body;
    expect(data.find((reason: { code: string }) => reason.code === 'weather')).toMatchObject({ counts: true });
  });
});
