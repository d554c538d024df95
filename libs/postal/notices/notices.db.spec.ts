import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { SendNotices } from './send-notices.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const at = (day: string) => world.clock.set(new Date(`${day}T10:00:00+07:00`));
const look = () => world.get(SendNotices).run();
const noticesOf = (number: string) =>
  given.rows('select sequence, due_on::text as "dueOn" from postal.notice where parcel_number = $1 order by 1', [number]);

async function failed(reason: string) {
  const parcel = await given.outForDelivery();
  await given.record([given.aScan(parcel.number, 'EMH', { reason })]);
  return parcel;
}

describe('a recipient who was not met', () => {
  it('is told once, and once more two working days later, with the day until which the parcel is kept', async () => {
    at('2026-11-19');
    const { number, request } = await failed('absent');
    expect([await look(), await look()]).toEqual([1, 0]);
    // A Thursday: Friday and Monday are the two working days.
    expect(await noticesOf(number)).toEqual([{ sequence: 1, dueOn: '2026-11-23' }]);
    at('2026-11-22');
    expect(await look()).toBe(0);
    at('2026-11-23');
    expect([await look(), await look()]).toEqual([1, 0]);
    expect(await noticesOf(number)).toEqual([
      { sequence: 1, dueOn: '2026-11-23' },
      { sequence: 2, dueOn: '2026-11-30' },
    ]);
    at('2026-12-30');
    expect(await look()).toBe(0);
    const told = await given.rows<{ body: string }>(
      `select body from platform.message where template = 'postal.parcel-waits' and body like $1 order by sent_at`,
      [`%${number}%`],
    );
    expect(told).toHaveLength(2);
    expect(told[1]!.body).toContain('30/11/2026');
    expect(told.some(({ body }) => body.includes(request.recipient.name))).toBe(false);
  });

  it('is not told where the post itself or the weather was the cause', async () => {
    for (const reason of ['out_of_time', 'weather']) await failed(reason);
    expect(await look()).toBe(0);
  });

  it('is told no more once the parcel was delivered', async () => {
    const { number, code } = await failed('no_answer');
    expect(await look()).toBe(1);
    await given.deliver(number, code);
    world.clock.advance(10 * 86_400_000);
    expect(await look()).toBe(0);
  });

  it('is told once by several processes at once', async () => {
    const { number } = await failed('asked_later');
    await Promise.all([look(), look(), look(), look()]);
    expect(await noticesOf(number)).toHaveLength(1);
  });
});
