import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aKey, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { CounterData } from './counter-data.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

it('tells somebody at a counter what is kept of them, waits for the end of the parcel, and forgets names but no figure', async () => {
  const clerk = given.clerkOf(given.origin);
  const sender = { name: 'Đoàn Kỳ Lạ', phone: '0912777001', street: 'Ngách Rất Riêng', communeCode: given.origin.communeCode };
  const recipient = { ...given.aRequest().recipient, name: 'Bà Nhận Riêng', phone: '0912777002' };
  const parcel = {
    office: given.origin.code,
    sender,
    recipient,
    weightGrams: 900,
    codVnd: 0,
    contents: [{ description: 'Áo', quantity: 1 }],
  };
  const { body } = await world.http('POST', '/post/walk-in-parcels', { as: clerk, headers: aKey(), body: { ...parcel, paidVnd: 39_000 } });
  const data = world.get(CounterData);
  const [from, to] = ['+84912777001', '+84912777002'].map((phone) => ({ accountId: anActor().accountId, phone }));
  const kept = async () => JSON.stringify([await data.read(world.db.read, from!), await data.read(world.db.read, to!)]);
  for (const words of ['Kỳ Lạ', 'Rất Riêng', 'Bà Nhận Riêng', body.number]) expect(await kept()).toContain(words);
  expect(await data.obstacles(world.db.read, from!)).toMatchObject([{ kind: 'open-parcel', vi: expect.stringContaining(body.number) }]);
  await given.record([given.aScan(body.number, 'RTS'), given.aScan(body.number, 'RTD')]);
  expect(await data.obstacles(world.db.read, to!)).toEqual([]);

  for (const person of [from!, to!, { accountId: clerk.accountId, phone: clerk.phone }])
    await world.db.transaction((tx) => data.erase(tx, person));
  const [left] = await given.rows<object>(
    'select parcel.*, taken_by_name from postal.parcel join postal.acceptance on parcel_number = number where number = $1',
    [body.number],
  );
  for (const words of ['Kỳ Lạ', 'Rất Riêng', 'Bà Nhận Riêng', '912777', clerk.name]) expect(JSON.stringify(left)).not.toContain(words);
  expect(left).toMatchObject({ postage_vnd: 39_000, accepted_weight_grams: 900, sender_commune_code: given.origin.communeCode });
  const receipt = await world.http('GET', `/post/acceptance-receipts.pdf?parcels=${body.number}`, { as: clerk });
  expect(receipt.status).toBe(200);
});
