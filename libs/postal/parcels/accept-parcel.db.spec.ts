import { placesLib } from '@choxa/places';
import { ParcelAccepted } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
const facts = new FactsHeard();

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());
beforeEach(() => facts.forget());

describe('acceptance at the counter', () => {
  it('weighs, checks the packs in any code length, and books the cash to collect', async () => {
    const { number, request } = await given.announced();
    const { status, body } = await given.accept(number, { checkedCodes: ['8938500000010', '4006381333931'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'accepted', weightGrams: 505 });
    expect(body.contents.map((line: { checked: string }) => line.checked)).toEqual(['matches', 'other_code']);
    expect(body.scans.map((scan: { code: string }) => scan.code)).toEqual(['EMA']);
    await world.drain();
    expect(facts.of(ParcelAccepted, number)).toMatchObject([
      {
        number,
        senderReference: request.senderReference,
        weightGrams: 505,
        checks: [
          { code14: '08938500000010', result: 'matches' },
          { code14: '00400000000015', result: 'other_code' },
        ],
      },
    ]);
    expect(await given.ledger(number)).toEqual({ recipient: 120_000, sender: -120_000 });
  });

  it('leaves the check open when nobody scanned the packs', async () => {
    const { number } = await given.announced();
    const { body } = await given.accept(number);
    expect(body.contents.map((line: { checked: string | null }) => line.checked)).toEqual([null, null]);
  });

  it('happens once: the same key gives the same bytes, another key a conflict', async () => {
    const { number } = await given.announced();
    const [clerk, key] = [given.clerkOf(given.origin), aKey()];
    const answers = await Promise.all([1, 2, 3].map(() => given.accept(number, {}, clerk, key)));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(await given.accept(number)).toMatchObject({ status: 409, body: { code: 'parcel.accepted-already' } });
    expect(await given.rows('select 1 from postal.scan where parcel_number = $1', [number])).toHaveLength(1);
    expect((await given.accept(number, { weightGrams: 7 }, clerk, key)).body.code).toBe('idempotency.reused');
  });

  it('belongs to the office of acceptance: for another office, a courier or another operator the parcel is not there', async () => {
    const { number } = await given.announced();
    for (const as of [given.clerkOf(given.target), given.clerkOf(given.office('cuu-long', CAN_THO))])
      expect(await given.accept(number, {}, as)).toMatchObject({ status: 404, body: { code: 'parcel.unknown' } });
    expect((await given.accept(number, {}, given.courierOf(given.origin))).status).toBe(403);
    expect((await given.accept('EE999999999XA')).body.code).toBe('parcel.unknown');
  });

  it('needs an Idempotency-Key, and takes no field it does not know', async () => {
    const { number } = await given.announced();
    const as = given.clerkOf(given.origin);
    const answer = await world.http('POST', `/parcels/${number}/acceptance`, { as, body: { weightGrams: 1 } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency.required' } });
    expect((await given.accept(number, { state: 'delivered' })).status).toBe(400);
    expect(await given.stateOf(number)).toBe('announced');
  });

  it('may come after the first scans when the counter was slow', async () => {
    const { number } = await given.announced();
    await given.record([given.aScan(number, 'EDD')]);
    expect((await given.accept(number)).body).toMatchObject({ state: 'in_transit' });
  });
});
