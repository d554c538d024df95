import { randomUUID } from 'node:crypto';
import { localDay } from '@choxa/standards';
import { Places, placesLib } from '@choxa/places';
import { Events } from '@choxa/platform';
import { PickupRequested, type PickupHalf } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aKey, CAN_THO, GivenPost, HANOI } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
let day: string;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
  day = localDay(world.clock.now());
});
afterAll(() => world.close());

const clerk = () => given.clerkOf(given.origin);

/** A sender of the origin's province who wants parcels fetched, and the office's answer. */
async function wanted(name: string, communeCode: string, half: PickupHalf, answer: 'acceptance' | null = 'acceptance') {
  const sender = { name, phone: '0912000111', street: 'Thôn Một', communeCode };
  const parcels = [await given.announced({ sender }), await given.announced({ sender })];
  const request = {
    pickupReference: randomUUID(),
    sender,
    day,
    half,
    note: 'Cổng xanh',
    parcels: parcels.map((parcel) => ({ senderReference: parcel.request.senderReference })),
    requestedAt: world.clock.now().toISOString(),
  };
  await world.db.transaction((tx) => world.get(Events).publish(tx, PickupRequested, request));
  await world.drain();
  const [pickup] = await given.rows<{ id: string }>('select id from postal.pickup where pickup_reference = $1', [request.pickupReference]);
  if (answer) await world.http('POST', `/post/pickups/${pickup!.id}/${answer}`, { as: clerk() });
  return parcels.map(({ number }) => number).sort();
}

const round = (as = clerk(), path = 'pickup-rounds') => world.http('GET', `/post/${path}?office=${given.origin.id}&day=${day}`, { as });

describe('the round of a day', () => {
  it('goes to those the office said it comes to, the morning first, those of one commune together; it is printed too', async () => {
    const [near, far] = world.get(Places).communes(HANOI).slice(0, 2);
    await wanted('Chiều', near!.code, 'afternoon');
    await wanted('Sáng xa', far!.code, 'morning');
    const taken = await wanted('Sáng gần 1', near!.code, 'morning');
    await wanted('Sáng gần 2', near!.code, 'morning');
    await wanted('Chưa trả lời', near!.code, 'morning', null);
    await world.http('POST', '/post/acceptances', {
      as: clerk(),
      headers: aKey(),
      body: { parcels: [{ number: taken[0], weightGrams: 500 }] },
    });
    const { body } = await round();
    const names = body.stops.map(({ senderName }: { senderName: string }) => senderName);
    expect(names.slice(3)).toEqual(['Chiều']);
    expect(new Set(names.slice(0, 3))).toEqual(new Set(['Sáng xa', 'Sáng gần 1', 'Sáng gần 2']));
    expect(names[1]).not.toBe('Sáng xa');
    expect(body).toMatchObject({ day, unanswered: 1 });
    const stop = body.stops.find(({ senderName }: { senderName: string }) => senderName === 'Sáng gần 1');
    expect(stop).toMatchObject({ waiting: [taken[1]], taken: 1, note: 'Cổng xanh' });
    const printed = await round(clerk(), 'pickup-rounds.pdf');
    expect(printed.text.match(/\/Type \/Page\n/g)).toHaveLength(1);
    const read = `select count(*)::int as n from platform.trail_entry where action = 'pickup.sender-read'`;
    expect(await given.rows(read)).toEqual([{ n: 2 }]);
  });

  it('is the office’s own', async () => {
    expect((await round(given.clerkOf(given.office('cuu-long', CAN_THO)))).body.code).toBe('office.unknown');
  });
});
