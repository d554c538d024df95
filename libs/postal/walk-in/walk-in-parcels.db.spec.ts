import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CAN_THO, aKey, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

function take(change: object = {}, headers = aKey(), as = given.clerkOf(given.origin)) {
  const { sender, recipient } = given.aRequest();
  const contents = [{ description: 'Quần áo', quantity: 1 }];
  const body = { office: given.origin.code, sender, recipient, weightGrams: 900, codVnd: 0, contents, paidVnd: 39_000, ...change };
  return world.http('POST', '/post/walk-in-parcels', { as, headers, body });
}

describe('a parcel nobody announced', () => {
  it('is accepted as weighed, with its postage paid at the counter', async () => {
    const { status, body } = await take({ inspection: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'accepted', weightGrams: 900, postageVnd: 39_000, originOffice: { id: given.origin.id } });
    expect(
      await given.rows('select amount_vnd as paid, office_id as office from postal.counter_payment where parcel_number = $1', [
        body.number,
      ]),
    ).toEqual([{ paid: 39_000, office: given.origin.id }]);
    expect(await given.rows('select inspection from postal.parcel where number = $1', [body.number])).toEqual([{ inspection: true }]);
    await expect(given.rows('update postal.counter_payment set amount_vnd = 1')).rejects.toThrow('append-only');
  });

  it('is not taken for another sum: the answer tells the postage, and nothing is left behind', async () => {
    const before = await given.rows('select count(*) from postal.parcel');
    const { status, body } = await take({ paidVnd: 0, codVnd: 50_000 });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'postage.differs' });
    expect(body.detail).toContain('47.000');
    expect(await given.rows('select count(*) from postal.parcel')).toEqual(before);
  });

  it('is taken once, however often the same request comes', async () => {
    const [clerk, key] = [given.clerkOf(given.origin), aKey()];
    const answers = await Promise.all([1, 2, 3].map(() => take({}, key, clerk)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  });

  it('is quoted beforehand at the price and for the day that taking it will give', async () => {
    const from = given.origin.communeCode;
    const ask = (change: object = {}, as = given.clerkOf(given.origin)) => {
      const query = {
        office: given.origin.code,
        fromCommuneCode: from,
        toCommuneCode: given.target.communeCode,
        weightGrams: 900,
        ...change,
      };
      return world.http('GET', `/post/walk-in-parcels/postage?${new URLSearchParams(query as never)}`, { as });
    };
    const { body } = await ask();
    expect(body.postageVnd).toBe(39_000);
    expect((await take()).body.promisedOn).toBe(body.promisedOn);
    expect((await ask({ codVnd: 50_000 })).body.postageVnd).toBe(47_000);
    expect((await ask({ weightGrams: 99_000 })).body.postageVnd).toBeNull();
    expect((await ask({ toCommuneCode: '99999' })).body.code).toBe('place.unknown');
    expect((await ask({}, given.clerkOf(given.office('cuu-long', CAN_THO)))).body.code).toBe('walk-in.office-unknown');
  });

  it('belongs to an office of the clerk', async () => {
    const foreign = given.clerkOf(given.office('cuu-long', CAN_THO));
    expect((await take({}, aKey(), foreign)).body.code).toBe('walk-in.office-unknown');
  });
});
