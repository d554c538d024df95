import { randomUUID } from 'node:crypto';
import { placesLib } from '@choxa/places';
import { FactSources } from '@choxa/platform';
import { ParcelAccepted, ParcelClosed, ParcelReopened } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

type Told = { number: string; telling?: number };

describe('the facts of parcels told again', () => {
  let world: World;
  let given: GivenPost;
  const facts = new FactsHeard();

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
    given = await GivenPost.in(world, anActor);
  });
  afterAll(() => world.close());

  async function toldAgain(kind: { name: string }): Promise<Told[]> {
    const told: object[] = [];
    const [source] = world.get(FactSources).of(kind.name);
    await world.db.transaction((tx) => source!.tell(tx, async (some) => void told.push(...some)));
    return told as Told[];
  }
  const byNumber = (told: Told[]) => told.toSorted((a, b) => (a.number < b.number ? -1 : 1));

  it('are those that were told last about each', async () => {
    await given.accepted();
    const delivered = await given.outForDelivery();
    await given.deliver(delivered.number, delivered.code, { deliveryPlace: 'service_point' });
    const lateTry = await given.outForDelivery();
    const beforeDelivery = given.aScan(lateTry.number, 'EMH', { reason: 'absent', nextAction: 'retry' });
    world.clock.advance(600_000);
    await given.deliver(lateTry.number, lateTry.code);
    await given.record([beforeDelivery]);
    const undone = await given.outForDelivery();
    await given.deliver(undone.number, undone.code);
    const [scan] = await given.rows<{ id: string }>(`select id from postal.scan where parcel_number = $1 and code = 'EMI'`, [
      undone.number,
    ]);
    const body = { reason: 'Quét nhầm bưu gửi bên cạnh' };
    await world.http('POST', `/post/scans/${scan!.id}/correction`, { as: given.clerkOf(given.target), body });
    const second = given.clerkOf(given.target);
    const [waiting] = (await world.http('GET', '/post/corrections', { as: second })).body.data as { id: string }[];
    await world.http('POST', `/post/corrections/${waiting!.id}/confirmation`, { as: second, headers: { 'idempotency-key': randomUUID() } });
    await world.drain();

    const accepted = facts.of(ParcelAccepted) as unknown as Told[];
    expect(accepted).toHaveLength(4);
    expect(byNumber(await toldAgain(ParcelAccepted))).toEqual(byNumber(accepted));

    // Words of one moment are heard in any sequence.
    const closed = (facts.of(ParcelClosed) as unknown as Told[]).toSorted((a, b) => a.telling! - b.telling!);
    expect(closed.filter(({ number }) => number === lateTry.number)).toMatchObject([
      { telling: 1, attempts: 1, firstFailure: null },
      { telling: 2, attempts: 2, firstFailure: 'absent' },
    ]);
    expect(facts.of(ParcelReopened)).toMatchObject([{ number: undone.number, telling: 2 }]);
    const standing = closed.filter(({ number, telling }) => number === delivered.number || (number === lateTry.number && telling === 2));
    expect(byNumber(await toldAgain(ParcelClosed))).toEqual(byNumber(standing));
  });
});
