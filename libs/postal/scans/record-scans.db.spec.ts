import { placesLib } from '@choxa/places';
import { ParcelStatusChanged } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { aKey, GivenPost, HANOI } from '../given-post.factory.js';
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

const outcomes = (answer: { body: any }) => answer.body.results.map((result: { outcome: string }) => result.outcome);
const codes = (answer: { body: any }) => answer.body.results.map((result: { code: string | null }) => result.code);

describe('scans', () => {
  it('carry a parcel over a hub to the door', async () => {
    const { number } = await given.accepted();
    const hub = given.office('song-hong', '37', 'hub');
    const way = [
      given.aScan(number, 'EDD', { office: hub.id }),
      given.aScan(number, 'EDE', { office: hub.code }),
      given.aScan(number, 'EMG'),
      given.aScan(number, 'EDG'),
    ];
    const answer = await given.record(way, given.clerkOf(hub, given.target));
    expect(answer.status).toBe(200);
    expect(outcomes(answer)).toEqual(Array(4).fill('accepted'));
    await world.drain();
    // Facts may arrive in any sequence; `at` tells which is newer.
    const told = facts.of(ParcelStatusChanged, number).toSorted((a, b) => String(a.at).localeCompare(String(b.at)));
    expect(told.map(({ state }) => state)).toEqual(['accepted', 'out_for_delivery']);
    expect(await given.stateOf(number)).toBe('out_for_delivery');
  });

  it('are kept once when a batch is sent again, and answered byte for byte under the same key', async () => {
    const { number } = await given.accepted();
    const scans = [given.aScan(number, 'EMG'), given.aScan(number, 'EDG')];
    const [clerk, headers] = [given.clerkOf(given.target), aKey()];
    const first = await given.record(scans, clerk, headers);
    expect((await given.record(scans, clerk, headers)).text).toBe(first.text);
    expect(outcomes(await given.record([...scans].reverse(), clerk))).toEqual(['duplicate', 'duplicate']);
    expect(await given.rows('select 1 from postal.scan where parcel_number = $1', [number])).toHaveLength(3);
  });

  it('sent by ten devices at once with the same ids are kept once', async () => {
    const { number } = await given.accepted();
    const scans = [given.aScan(number, 'EMG'), given.aScan(number, 'EDG')];
    const answers = await Promise.all(Array.from({ length: 10 }, () => given.record(scans)));
    expect(answers.filter((answer) => outcomes(answer).includes('accepted'))).toHaveLength(1);
    expect(await given.rows('select 1 from postal.scan where parcel_number = $1', [number])).toHaveLength(3);
  });

  it('are judged one by one: a wrong one says why and does not stop the others', async () => {
    const { number } = await given.accepted();
    const good = given.aScan(number, 'EMG');
    const answer = await given.record([
      { ...good, id: 'not-a-uuid' },
      given.aScan('EE000000000XA', 'EMG'),
      given.aScan(number, 'EMX'),
      given.aScan(number, 'EMA'),
      given.aScan(number, 'EMI'),
      given.aScan(number, 'EMH'),
      given.aScan(number, 'EMG', { office: given.origin.id }),
      given.aScan(number, 'EMG', { eventTime: '2027-11-16T09:00:00Z' }),
      good,
    ]);
    expect(codes(answer)).toEqual([
      'scan.malformed',
      'scan.parcel-unknown',
      'scan.code-unknown',
      'scan.acceptance-needed',
      'scan.proof-needed',
      'scan.reason-needed',
      'scan.office-unknown',
      'scan.clock-far-off',
      null,
    ]);
    for (const { code, detail } of answer.body.results) expect(Boolean(detail)).toBe(code !== null);
    expect(await given.stateOf(number)).toBe('at_delivery_office');
  });

  it('arriving late and out of sequence leave the parcel where its history says', async () => {
    const { number } = await given.accepted();
    const [arrived, out] = [given.aScan(number, 'EMG'), given.aScan(number, 'EDG')];
    const failed = given.aScan(number, 'EMH', { reason: 'absent', nextAction: 'retry' });
    for (const scan of [failed, arrived, out]) await given.record([scan]);
    expect(await given.stateOf(number)).toBe('attempt_failed');
    expect(await given.rows('select reason, next_action from postal.attempt where parcel_number = $1', [number])).toEqual([
      { reason: 'absent', next_action: 'retry' },
    ]);
  });

  it('from a clock that is ahead are kept and marked', async () => {
    const { number } = await given.accepted();
    const ahead = new Date(world.clock.now().getTime() + 48 * 3_600_000).toISOString();
    await given.record([given.aScan(number, 'EMG', { eventTime: ahead })]);
    expect(await given.rows('select from_the_future from postal.scan where parcel_number = $1 and code = $2', [number, 'EMG'])).toEqual([
      { from_the_future: true },
    ]);
  });

  it('with the id of another scan are refused', async () => {
    const { number } = await given.accepted();
    const scan = given.aScan(number, 'EMG');
    await given.record([scan]);
    expect(codes(await given.record([{ ...scan, code: 'EDF' }]))).toEqual(['scan.id-reused']);
    const other = await given.accepted();
    expect(codes(await given.record([{ ...scan, parcel: other.number }]))).toEqual(['scan.id-reused']);
  });

  it('of another operator’s parcel find nothing', async () => {
    const { number } = await given.announced();
    const stranger = given.office('cuu-long', HANOI);
    const scan = () => given.aScan(number, 'EDD', { office: stranger.id });
    expect(codes(await given.record([scan()], given.clerkOf(stranger)))).toEqual(['scan.parcel-unknown']);
    // Working for both does not help: the scan is made at an office of the other operator.
    expect(codes(await given.record([scan()], given.clerkOf(stranger, given.target)))).toEqual(['scan.parcel-unknown']);
  });

  it('that send a parcel back need a clerk', async () => {
    const { number } = await given.accepted();
    expect(codes(await given.record([given.aScan(number, 'RTS')], given.courierOf(given.target)))).toEqual(['scan.clerk-needed']);
    expect(codes(await given.record([given.aScan(number, 'RTS')]))).toEqual([null]);
  });

  it('come in batches of at most 500', async () => {
    const scan = given.aScan('EE000000000XA', 'EMG');
    const many = (length: number) => given.record(Array.from({ length }, () => scan));
    expect((await many(501)).status).toBe(400);
    expect((await many(0)).status).toBe(400);
    expect((await many(500)).status).toBe(200);
  });
});
