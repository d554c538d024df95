import { anActor, testWorld, type World } from '@choxa/testing';
import { placesLib, PlacesModule } from '@choxa/places';
import { CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

describe('the lists of an office', () => {
  let world: World;
  let given: GivenPost;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PlacesModule, PostalModule] });
    given = await GivenPost.in(world, anActor);
  }, 90_000);
  afterAll(() => world.close());

  const numbersOf = async (list: string, as = given.clerkOf(given.target)): Promise<string[]> => {
    const { body } = await world.http('GET', `/post/office-list?list=${list}&limit=100`, { as });
    return body.data.map(({ number }: { number: string }) => number);
  };
  const figures = async () => (await world.http('GET', '/post/office-figures', { as: given.clerkOf(given.target) })).body;

  it('hold a parcel in one after the other on its way', async () => {
    const before = await figures();
    const { number } = await given.accepted();
    expect(await numbersOf('expected')).toContain(number);
    await given.record([given.aScan(number, 'EMG')]);
    expect(await numbersOf('expected')).not.toContain(number);
    expect(await numbersOf('held')).toContain(number);
    expect(await numbersOf('to_return')).not.toContain(number);
    await given.record([given.aScan(number, 'EMH', { reason: 'refused', nextAction: 'return_to_sender' })]);
    expect(await numbersOf('to_return')).toContain(number);
    expect(await figures()).toMatchObject({ held: before.held + 1, toReturn: before.toReturn + 1, failedToday: before.failedToday + 1 });
  });

  it('name what is late by the promised day, with the days', async () => {
    const { number } = await given.outForDelivery();
    expect(await numbersOf('late')).not.toContain(number);
    world.clock.advance(9 * 86_400_000);
    const { body } = await world.http('GET', '/post/office-list?list=late&limit=100', { as: given.clerkOf(given.target) });
    const late = body.data.find((parcel: { number: string }) => parcel.number === number);
    expect(late.daysLate).toBeGreaterThan(3);
    expect((await figures()).late).toBe(body.data.length);
  });

  it('count the cash of the day', async () => {
    const before = await figures();
    const { number, code } = await given.outForDelivery();
    expect((await given.deliver(number, code)).status).toBe(200);
    expect(await figures()).toMatchObject({
      deliveredToday: before.deliveredToday + 1,
      collectedTodayVnd: before.collectedTodayVnd + 120_000,
      heldVnd: before.heldVnd + 120_000,
    });
  });

  it('show nobody another operator’s parcels, and no name, telephone or street', async () => {
    const { number } = await given.accepted();
    expect(await numbersOf('expected', given.clerkOf(given.office('cuu-long', CAN_THO)))).toEqual([]);
    const { text } = await world.http('GET', '/post/office-list?list=expected', { as: given.clerkOf(given.target) });
    expect(text).toContain(number);
    expect(text).not.toMatch(/Trần Văn Bình|987654321|ngõ Sen/);
  });

  it('come together by province for managers of the operator alone', async () => {
    const as = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: given.target.operatorId });
    const { body } = await world.http('GET', '/post/province-figures', { as });
    expect(body.data).toHaveLength(34);
    const there = body.data.find(({ provinceCode }: { provinceCode: string }) => provinceCode === CAN_THO);
    const { late, heldVnd } = await figures();
    expect(there).toMatchObject({ late, heldVnd });
    const other = given.office('cuu-long', CAN_THO).operatorId;
    const foreign = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: other });
    expect(
      (await world.http('GET', '/post/province-figures', { as: foreign })).body.data.every((row: { open: number }) => row.open === 0),
    ).toBe(true);
    expect((await world.http('GET', '/post/province-figures', { as: given.clerkOf(given.target) })).status).toBe(403);
  });
});
