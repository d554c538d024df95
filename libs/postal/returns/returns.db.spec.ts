import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { SendNotices } from '../notices/send-notices.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { ReturnByItself } from './return-by-itself.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

/** Noon of a local day. */
const at = (day: string) => world.clock.set(new Date(`${day}T12:00:00+07:00`));
const turn = () => world.get(ReturnByItself).run();
const decisionOf = async (number: string) =>
  (await given.rows('select reason, basis, decided_by from postal.return_decision where parcel_number = $1', [number]))[0];
const failed = async (reason: string, nextAction: string | null = null) => {
  const parcel = await given.outForDelivery();
  await given.record([given.aScan(parcel.number, 'EMH', { reason, ...(nextAction && { nextAction }) })]);
  return parcel;
};
const due = async () =>
  (
    (await world.http('GET', '/post/due-returns', { as: given.clerkOf(given.target) })).body.data as { number: string; reason: string }[]
  ).map(({ number, reason }) => [number, reason]);

describe('a parcel that cannot be delivered', () => {
  it('that was refused turns back by itself, once, with the reason kept', async () => {
    at('2026-11-19');
    const { number } = await failed('refused');
    expect(await due()).toContainEqual([number, 'refused']);
    expect(await Promise.all([turn(), turn()])).toContain(1);
    expect(await given.stateOf(number)).toBe('returning');
    expect(await decisionOf(number)).toEqual({ reason: 'refused', basis: 'Luật Bưu chính 49/2010/QH12', decided_by: null });
    expect(await turn()).toBe(0);
  });

  it('whose addressee moved waits two working days for the sender’s word', async () => {
    at('2026-11-19');
    const { number } = await failed('moved');
    at('2026-11-22');
    expect(await turn()).toBe(0);
    at('2026-11-23');
    expect(await turn()).toBe(1);
    expect(await decisionOf(number)).toMatchObject({ reason: 'undeliverable' });
  });

  it('is not turned back where the postman will try again, nor once its recipient had it redirected', async () => {
    at('2026-11-19');
    const again = await failed('refused', 'retry');
    const redirected = await failed('wrong_address');
    const code = await given.codeOf(redirected.number);
    const to = { code, kind: 'address', street: '7 ngõ Chùa' };
    expect((await world.http('POST', `/parcels/${redirected.number}/redirection`, { body: to })).status).toBe(204);
    at('2026-11-27');
    expect(await turn()).toBe(0);
    for (const { number } of [again, redirected]) expect(await given.stateOf(number)).toBe('attempt_failed');
  });

  it('that nobody fetched turns back after two notices and the last day told, not before', async () => {
    at('2026-12-03');
    const { number } = await failed('absent');
    const notices = world.get(SendNotices);
    await notices.run();
    at('2026-12-07');
    await notices.run();
    // Kept until Monday the 14th.
    at('2026-12-14');
    expect([await turn(), await given.stateOf(number)]).toEqual([0, 'attempt_failed']);
    at('2026-12-15');
    await turn();
    expect(await given.stateOf(number)).toBe('returning');
    expect(await decisionOf(number)).toMatchObject({ reason: 'not_collected' });
  });

  it('is turned back by a clerk with one tap and a reason, by nobody else', async () => {
    const { number } = await failed('absent');
    const turnBack = (as: ReturnType<GivenPost['clerkOf']>) =>
      world.http('POST', `/post/parcels/${number}/return`, { as, body: { reason: 'asked_by_sender', note: 'Người gửi gọi xin lại' } });
    expect((await turnBack(given.courierOf(given.target))).status).toBe(403);
    expect((await turnBack(given.clerkOf(given.office('song-hong', '04')))).body.code).toBe('parcel.unknown');
    const clerk = given.clerkOf(given.target);
    expect((await turnBack(clerk)).status).toBe(204);
    expect((await turnBack(clerk)).body.code).toBe('parcel.returning');
    expect(await decisionOf(number)).toMatchObject({ reason: 'asked_by_sender', decided_by: clerk.accountId });
  });
});
