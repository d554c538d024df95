import { Events } from '@choxa/platform';
import { placesLib } from '@choxa/places';
import { PostingChanged, PostingRequested, type PostingRequestedV1 } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { PostalModule, postalLib } from '../index.js';

describe('a posting that has become less', () => {
  let world: World;
  let given: GivenPost;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
    given = await GivenPost.in(world, anActor);
  });
  afterAll(() => world.close());

  const less = ({ senderReference, contents }: PostingRequestedV1) => ({
    senderReference,
    weightGrams: 200,
    codVnd: 70_000,
    contents: contents.slice(1),
    changedAt: '2026-11-16T10:00:00+07:00',
  });
  const say = (event: { name: string }, data: object) => world.db.transaction((tx) => world.get(Events).publish(tx, event, data));
  const parcelOf = (reference: string) =>
    given.rows(
      `select weight_grams as grams, cod_vnd as cod, (select array_agg(line_no || ':' || description order by line_no) from postal.content_line
          where parcel_number = number) as contents from postal.parcel where sender_reference = $1`,
      [reference],
    );

  it('is carried, weighed and collected as it is now, also when the change overtakes its request', async () => {
    const { request, number } = await given.announced();
    await say(PostingChanged, less(request));
    await world.drain();
    const changed = { grams: 200, cod: 70_000, contents: ['1:Mật ong hoa cà phê'] };
    expect(await parcelOf(request.senderReference)).toEqual([changed]);
    expect((await given.accept(number)).body.codVnd).toBe(70_000);

    const later = given.aRequest();
    await say(PostingChanged, less(later));
    await say(PostingRequested, later);
    await world.drain();
    expect(await parcelOf(later.senderReference)).toEqual([changed]);
  });

  it('stays as it was accepted at the counter', async () => {
    const { request } = await given.accepted();
    const before = await parcelOf(request.senderReference);
    await say(PostingChanged, less(request));
    await world.drain();
    expect(await parcelOf(request.senderReference)).toEqual(before);
  });
});
