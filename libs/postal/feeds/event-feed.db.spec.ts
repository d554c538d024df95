import { placesLib } from '@choxa/places';
import type { Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
let sender: Actor;
let number: string;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
  sender = given.senderThrough(given.origin);
  const { sender: from, recipient, weightGrams, codVnd, contents } = given.aRequest();
  const body = { reference: '=DH-1', sender: from, recipient, weightGrams, codVnd, contents };
  number = (await world.http('POST', '/post/parcels', { as: sender, body, headers: aKey() })).body.number;
  await given.accept(number);
  await given.accepted();
  for (const code of ['EMG', 'EDG']) await given.record([given.aScan(number, code)]);
  await given.record([given.aScan(number, 'EMH', { reason: 'refused', nextAction: 'return_to_sender' })]);
});
afterAll(() => world.close());

const read = (as: Actor, query = '') => world.http('GET', `/post/events${query}`, { as });
const codes = (data: { number: string; code: string }[], of = number) =>
  data.filter((event) => event.number === of).map(({ code }) => code);
const managerOf = (operatorId: string) => anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: operatorId });

describe('the feed of events', () => {
  it('withholds what was recorded just now: a transaction that began earlier may still be at work', async () => {
    const before = (await read(sender)).body;
    expect([codes(before.data), before.more]).toEqual([['EMA', 'EMG', 'EDG'], false]);
    world.clock.advance(31_000);
    expect(codes((await read(sender, `?since=${before.next}`)).body.data)).toEqual(['EMH']);
  });

  it('tells a sender of its own parcels under its own reference, and a manager of all', async () => {
    const own = (await read(sender)).body.data;
    expect(new Set(own.map((event: { number: string }) => event.number))).toEqual(new Set([number]));
    expect(own.at(-1)).toMatchObject({
      number,
      reference: '=DH-1',
      operatorCode: 'buu-chinh-song-hong',
      code: 'EMH',
      officeCode: given.target.code,
      provinceCode: CAN_THO,
      reason: 'refused',
      nextAction: 'return_to_sender',
    });
    const all = (await read(managerOf(given.origin.operatorId))).body.data;
    expect(all).toHaveLength(5);
    expect(all.every(({ reference }: { reference: string | null }) => reference === null)).toBe(true);
    expect((await read(managerOf(given.office('cuu-long', CAN_THO).operatorId))).body).toEqual({ data: [], next: null, more: false });
    expect((await read(given.senderThrough(given.origin))).body.data).toEqual([]);
    expect((await read(given.clerkOf(given.origin))).status).toBe(403);
  });

  it('holds nobody’s name, phone, street or money', async () => {
    const { text } = await read(managerOf(given.origin.operatorId));
    for (const secret of ['Mơ', 'Bình', '912345678', '987654321', 'ngõ Sen', '120000', '120.000']) expect(text).not.toContain(secret);
  });

  it('goes on where the reading before ended, without a gap or a repeat', async () => {
    const manager = managerOf(given.origin.operatorId);
    const whole = (await read(manager)).body;
    const seen: object[] = [];
    let since = '';
    for (let more = true; more;) {
      const page = (await read(manager, `?limit=2${since && `&since=${since}`}`)).body;
      seen.push(...page.data);
      ({ next: since, more } = page);
    }
    expect(seen).toEqual(whole.data);
    expect((await read(manager, `?since=${since}`)).body).toEqual({ data: [], next: since, more: false });
    const later = encodeURIComponent(whole.data[2].recordedAt as string);
    expect((await read(manager, `?since=${later}`)).body.data[0].id).toBe(whole.data[2].id);
    for (const bad of ['abc', 'WzEsMl0']) expect((await read(manager, `?since=${bad}`)).status).toBe(400);
  });

  it('is there as CSV, with formulas made text', async () => {
    const { text, headers } = await world.http('GET', '/post/events.csv?limit=2', { as: sender });
    const lines = text.trimEnd().split('\r\n');
    expect(headers['content-type']).toContain('text/csv');
    expect(lines[0]).toBe(
      'id,number,reference,operatorCode,code,eventTime,recordedAt,officeCode,officeName,provinceCode,reason,nextAction',
    );
    expect(lines.slice(1).map((line) => line.split(',').slice(1, 5))).toEqual([
      [number, "'=DH-1", 'buu-chinh-song-hong', 'EMA'],
      [number, "'=DH-1", 'buu-chinh-song-hong', 'EMG'],
    ]);
    expect((await read(sender, `?since=${headers['next-since']}`)).body.data[0].code).toBe('EDG');
  });
});
