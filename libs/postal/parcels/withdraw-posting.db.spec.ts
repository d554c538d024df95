import { placesLib } from '@choxa/places';
import { Events } from '@choxa/platform';
import { ParcelAccepted, ParcelClosed, ParcelStatusChanged, PostingWithdrawn, WithdrawalRefused } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { GivenPost } from '../given-post.factory.js';
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

async function withdraw(senderReference: string): Promise<void> {
  const withdrawal = { senderReference, reason: 'người mua đổi ý', withdrawnAt: world.clock.now().toISOString() };
  await world.db.transaction((tx) => world.get(Events).publish(tx, PostingWithdrawn, withdrawal));
  await world.drain();
}

describe('a parcel its sender withdraws', () => {
  it('is refused at the counter with the sender’s reason, and by the scanner', async () => {
    const { number, request } = await given.announced();
    await withdraw(request.senderReference);
    await withdraw(request.senderReference);
    expect(await given.stateOf(number)).toBe('withdrawn');
    expect(await given.accept(number)).toMatchObject({ status: 409, body: { code: 'parcel.withdrawn', detail: 'người mua đổi ý' } });
    const { body } = await given.record([given.aScan(number, 'EDD')]);
    expect(body.results[0]).toMatchObject({ outcome: 'rejected', code: 'scan.parcel-withdrawn' });
    await world.drain();
    expect(facts.of(ParcelStatusChanged, number)).toMatchObject([{ state: 'withdrawn' }]);
    expect([...facts.of(ParcelAccepted), ...facts.of(ParcelClosed), ...facts.of(WithdrawalRefused)]).toEqual([]);
  });

  it('goes its way when the post has it already, and the sender is told so', async () => {
    const { number, request } = await given.accepted();
    await withdraw(request.senderReference);
    expect(facts.of(WithdrawalRefused, number)).toMatchObject([{ senderReference: request.senderReference, state: 'accepted' }]);
    expect(await given.stateOf(number)).toBe('accepted');
  });

  it('waits for the request it withdraws', async () => {
    await expect(withdraw('11111111-2222-4333-8444-555555555555')).rejects.toThrow('withdrawn before it was registered');
  });
});
