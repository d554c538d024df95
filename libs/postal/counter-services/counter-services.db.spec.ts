import { addDays, localDay } from '@choxa/standards';
import { placesLib } from '@choxa/places';
import { PublicServiceServed } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
let today: string;
const facts = new FactsHeard();

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
  today = localDay(world.clock.now());
});
afterAll(() => world.close());
beforeEach(() => facts.forget());

const clerk = () => given.clerkOf(given.origin);
function record(change: object = {}, as = clerk(), headers = aKey()) {
  const body = { office: given.origin.id, kind: 'file_received', day: today, count: 3, ...change };
  return world.http('POST', '/post/counter-services', { as, headers, body });
}
const correct = (id: string, body: object, as = clerk()) =>
  world.http('POST', `/post/counter-services/${id}/correction`, { as, headers: aKey(), body });
const list = (day = today, as = clerk()) => world.http('GET', `/post/counter-services?office=${given.origin.id}&day=${day}`, { as });
const sumsOf = async (kind: string, day = today) => {
  const { body } = await list(day);
  const { ofDay, ofMonth } = body.kinds.find(({ code }: { code: string }) => code === kind);
  return { ofDay, ofMonth };
};

describe('public services at a counter', () => {
  it('are counted by kind and day, and told by office and commune without anybody’s name', async () => {
    const { body } = await record();
    expect(await sumsOf('file_received')).toEqual({ ofDay: 3, ofMonth: 3 });
    await world.drain();
    expect(facts.of(PublicServiceServed)).toEqual([
      {
        recordId: body.id,
        operatorCode: given.origin.operatorCode,
        officeCode: given.origin.code,
        communeCode: given.origin.communeCode,
        provinceCode: given.origin.provinceCode,
        kind: 'file_received',
        count: 3,
        day: today,
        corrects: null,
      },
    ]);
  });

  it('are put right by a further record of the difference: what was told first stays', async () => {
    const { body } = await record({ kind: 'online_help', count: 9 });
    expect((await correct(body.id, { rightCount: 7, reason: 'Đếm trùng' })).status).toBe(200);
    world.clock.advance(1_000);
    expect((await correct(body.id, { rightCount: 8, reason: 'Đếm lại' })).status).toBe(200);
    expect(await sumsOf('online_help')).toEqual({ ofDay: 8, ofMonth: 8 });
    const { records } = (await list()).body;
    expect(records.find(({ id }: { id: string }) => id === body.id)).toMatchObject({
      count: 9,
      standing: 8,
      corrections: [
        { count: -2, reason: 'Đếm trùng' },
        { count: 1, reason: 'Đếm lại' },
      ],
    });
    await world.drain();
    const told = facts.of(PublicServiceServed).map(({ count, corrects }) => ({ count, corrects }));
    // In whatever sequence they are heard.
    expect(told.sort((one, other) => Number(one.count) - Number(other.count))).toEqual([
      { count: -2, corrects: body.id },
      { count: 1, corrects: body.id },
      { count: 9, corrects: null },
    ]);
    expect((await correct(body.id, { rightCount: 8, reason: 'Đếm lại' })).body.code).toBe('service.right-already');
    await expect(given.rows('update postal.counter_service set count = 1')).rejects.toThrow('append-only');
  });

  it('happen once, however often the same request comes', async () => {
    const [as, key] = [clerk(), aKey()];
    const answers = await Promise.all([1, 2, 3].map(() => record({ kind: 'result_returned' }, as, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await sumsOf('result_returned')).toEqual({ ofDay: 3, ofMonth: 3 });
  });

  it('are of a kind that is counted on the day, today or in the month before', async () => {
    expect((await record({ kind: 'weather' })).body.code).toBe('service.kind-unknown');
    expect((await record({ day: addDays(today, 1) })).body.code).toBe('service.day');
    expect((await record({ day: addDays(today, -32) })).body.code).toBe('service.day');
    expect((await record({ kind: 'fee_collected', day: addDays(today, -31), count: 2 })).status).toBe(200);
    expect(await sumsOf('fee_collected', addDays(today, -31))).toEqual({ ofDay: 2, ofMonth: 2 });
    expect(await sumsOf('fee_collected')).toEqual({ ofDay: 0, ofMonth: 0 });
  });

  it('belong to an office: another’s clerk neither sees nor writes nor corrects them', async () => {
    const foreign = given.clerkOf(given.office('cuu-long', CAN_THO));
    const { body } = await record();
    expect((await record({}, foreign)).body.code).toBe('office.unknown');
    expect((await list(today, foreign)).body.code).toBe('office.unknown');
    expect((await correct(body.id, { rightCount: 0, reason: 'Không phải' }, foreign)).body.code).toBe('service.unknown');
  });
});
