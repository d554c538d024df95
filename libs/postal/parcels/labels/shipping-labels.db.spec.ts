import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aKey, CAN_THO, GivenPost } from '../../given-post.factory.js';
import { postalLib } from '../../postal.lib.js';
import { PostalModule } from '../../postal.module.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const print = (parcels: string, as = given.clerkOf(given.origin)) =>
  world.http('GET', `/post/shipping-labels.pdf?parcels=${parcels}`, { as });

describe('printing shipping labels', () => {
  it('gives one page for each parcel, and records that names were read', async () => {
    const [one, two] = [(await given.announced()).number, (await given.accepted()).number];
    const { status, text } = await print(`${one},${two.toLowerCase()}`);
    expect(status).toBe(200);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(2);
    const trail = `select subject_id as number, details from platform.trail_entry where action = 'parcel.label-printed'`;
    expect(await given.rows(trail)).toEqual([{ number: one, details: { others: [two] } }]);
  });

  it('belongs to the offices of the parcels: one foreign number, and nothing is printed', async () => {
    const [own, foreign] = [(await given.announced()).number, (await given.announced({ operatorCode: 'buu-chinh-cuu-long' })).number];
    expect((await print(own, given.clerkOf(given.office('cuu-long', CAN_THO)))).body.code).toBe('parcel.unknown');
    const { status, body } = await print(`${own},${foreign}`);
    expect({ status, detail: body.detail }).toEqual({ status: 404, detail: foreign });
    expect((await print('EE1,;')).status).toBe(400);
  });

  it('is open to a sender for what it announced itself, in either size', async () => {
    const sender = given.senderThrough(given.origin);
    const { sender: from, recipient, weightGrams, codVnd, contents } = given.aRequest();
    const body = { reference: 'DH-1', sender: from, recipient, weightGrams, codVnd, contents };
    const { number } = (await world.http('POST', '/post/parcels', { as: sender, body, headers: aKey() })).body;
    const own = (parcels: string, as = sender) => world.http('GET', `/post/sent-labels.pdf?parcels=${parcels}&format=100x150`, { as });
    const { status, headers, text } = await own(number);
    expect([status, headers['content-type'], text.match(/\/Type \/Page\n/g)?.length]).toEqual([200, 'application/pdf', 1]);
    expect((await own(number, given.senderThrough(given.origin))).body.code).toBe('parcel.unknown');
    expect((await own((await given.announced()).number)).status).toBe(404);
    expect((await own(number, given.clerkOf(given.origin))).status).toBe(403);
  });
});
