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

/** Parcels of a sender of their own, who stands at the counter. */
async function brought(count: number, phone: string) {
  const sender = { ...given.aRequest().sender, name: `Hộ ${phone}`, phone };
  const parcels = [];
  for (let index = 0; index < count; index += 1) parcels.push(await given.announced({ sender }));
  return parcels.map(({ number }) => number);
}

const find = (query: string, as = given.clerkOf(given.origin)) => world.http('GET', `/post/announced-parcels?${query}`, { as });
const accept = (parcels: object[], as = given.clerkOf(given.origin), headers = aKey()) =>
  world.http('POST', '/post/acceptances', { as, headers, body: { parcels } });
const receipt = (parcels: string[], as = given.clerkOf(given.origin)) =>
  world.http('GET', `/post/acceptance-receipts.pdf?parcels=${parcels}`, { as });

describe('what somebody at the counter has announced', () => {
  it('is found by one number or by the telephone, with the postage of every weight', async () => {
    const numbers = await brought(2, '0912000001');
    const byNumber = await find(`parcels=${numbers[0]!.toLowerCase()}`);
    expect(byNumber.body.data.map(({ number, asked, open }: Record<string, unknown>) => ({ number, asked, open }))).toEqual([
      { number: numbers[0], asked: true, open: true },
      { number: numbers[1], asked: false, open: true },
    ]);
    expect(byNumber.body.data[0].postageSteps.slice(0, 2)).toEqual([
      { upToGrams: 500, postageVnd: 36_000 },
      { upToGrams: 1000, postageVnd: 47_000 },
    ]);
    expect((await find('phone=0912000001')).body.data.map(({ number }: { number: string }) => number)).toEqual(numbers);
    expect((await find('phone=0912000001', given.clerkOf(given.target))).body.data).toEqual([]);
  });

  it('says of a parcel asked for that it is accepted already, and offers it no more beside others', async () => {
    const [one, two] = await brought(2, '0912000002');
    await given.accept(one!);
    expect((await find(`parcels=${one}`)).body.data).toMatchObject([
      { number: one, asked: true, open: false, state: 'accepted' },
      { number: two, open: true },
    ]);
    expect((await find('phone=0912000002')).body.data).toMatchObject([{ number: two }]);
  });
});

describe('a hand-over', () => {
  it('is taken in one request, each parcel as weighed and checked, onto one receipt', async () => {
    const [one, two] = await brought(2, '0912000003');
    const { status, body } = await accept([
      { number: two, weightGrams: 900, checkedCodes: ['8938500000010', '4006381333931'] },
      { number: one, weightGrams: 400 },
    ]);
    expect(status).toBe(200);
    expect(body.results).toEqual([
      { number: two, outcome: 'accepted', postageVnd: 47_000, code: null, detail: null },
      { number: one, outcome: 'accepted', postageVnd: 36_000, code: null, detail: null },
    ]);
    await world.drain();
    expect(facts.of(ParcelAccepted, two).at(0)).toMatchObject({
      weightGrams: 900,
      checks: [{ result: 'matches' }, { result: 'other_code' }],
    });
    expect(await given.stateOf(one!)).toBe('accepted');
    const receipts =
      'select count(distinct receipt_id)::int as n, count(*)::int as parcels from postal.acceptance where parcel_number = any($1)';
    expect(await given.rows(receipts, [[one, two]])).toEqual([{ n: 1, parcels: 2 }]);
    const { text } = await receipt([one!, two!]);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
  });

  it('goes on when a parcel cannot be taken, and says why: accepted before, of another office, told twice', async () => {
    const [one, two] = await brought(2, '0912000004');
    const foreign = (await given.announced({ operatorCode: 'buu-chinh-cuu-long' })).number;
    await given.accept(one!);
    const { body } = await accept([one, foreign, two, two].map((number) => ({ number, weightGrams: 300 })));
    expect(body.results.map(({ outcome, code }: Record<string, unknown>) => code ?? outcome)).toEqual([
      'parcel.accepted-already',
      'parcel.unknown',
      'accepted',
      'parcel.accepted-already',
    ]);
    expect(await given.stateOf(foreign)).toBe('announced');
  });

  it('happens once, however often the same request comes', async () => {
    const [clerk, key] = [given.clerkOf(given.origin), aKey()];
    const parcels = (await brought(2, '0912000005')).map((number) => ({ number, weightGrams: 300 }));
    const answers = await Promise.all([1, 2, 3].map(() => accept(parcels, clerk, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['accepted', 'accepted']);
    expect((await accept(parcels.slice(1), clerk, key)).body.code).toBe('idempotency.reused');
  });

  it('has no receipt before it is taken, nor for an office of others', async () => {
    const [one] = await brought(1, '0912000006');
    expect((await receipt([one!])).body).toMatchObject({ code: 'parcel.not-accepted', detail: one });
    await given.accept(one!);
    expect((await receipt([one!], given.clerkOf(given.office('cuu-long', CAN_THO)))).body.code).toBe('parcel.unknown');
    expect((await receipt([one!])).status).toBe(200);
  });
});
