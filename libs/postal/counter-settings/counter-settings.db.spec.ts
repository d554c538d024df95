import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

describe('what an operator decides about its labels and bags', () => {
  it('is decided by its manager, leaves a trace, and is nobody else’s to see', async () => {
    const manager = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: given.origin.operatorId });
    const stranger = anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: '11111111-1111-4111-8111-111111111111' });
    const decide = (body: object, as = manager) => world.http('PUT', '/post/counter-setting', { as, body });
    const read = async (as = manager) => (await world.http('GET', '/post/counter-setting', { as })).body;
    expect(await read()).toEqual({ gs1Prefix: null, phoneOnLabel: false });
    expect((await decide({ gs1Prefix: '95212345', phoneOnLabel: true })).body).toEqual({ gs1Prefix: '95212345', phoneOnLabel: true });
    expect(await read()).toEqual({ gs1Prefix: '95212345', phoneOnLabel: true });
    expect(await read(stranger)).toEqual({ gs1Prefix: null, phoneOnLabel: false });
    expect((await decide({ operatorId: given.origin.operatorId, phoneOnLabel: false }, stranger)).status).toBe(404);
    expect((await decide({ gs1Prefix: '0412345', phoneOnLabel: true })).body.code).toBe('operator.prefix');
    expect((await decide({ gs1Prefix: 'abc', phoneOnLabel: true })).status).toBe(400);
    expect((await decide({ phoneOnLabel: true }, given.clerkOf(given.origin))).status).toBe(403);
    const trail = await given.rows(`select details from platform.trail_entry where action = 'operator.counter-setting-decided'`);
    expect(trail).toEqual([{ details: { gs1Prefix: '95212345', phoneOnLabel: true } }]);
  });
});
