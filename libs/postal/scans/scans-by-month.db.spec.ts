import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { PostalDatabase } from '../postal-database.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { MakeScanMonths } from './make-scan-months.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const DAY_MS = 86_400_000;
const partOf = async (id: string) => {
  const [row] = await given.rows<{ part: string }>('select tableoid::regclass::text as part from postal.scan where id = $1', [id]);
  return row!.part;
};

describe('scans by month', () => {
  it('are kept apart by the month in which they came, in parts made ahead', async () => {
    const { number } = await given.accepted();
    world.clock.advance(70 * DAY_MS);
    expect(await world.get(MakeScanMonths).run()).toBeGreaterThan(0);
    expect(await world.get(MakeScanMonths).run()).toBe(0);
    const [month, next] = [given.aScan(number, 'EMG'), given.aScan(number, 'EDG')];
    await given.record([month]);
    world.clock.advance(31 * DAY_MS);
    await given.record([next]);
    const parts = [await partOf(month.id), await partOf(next.id)];
    for (const part of parts) expect(part).toMatch(/^postal\.scan_\d{4}_\d\d$/);
    expect(new Set(parts).size).toBe(2);
    expect(await given.stateOf(number)).toBe('out_for_delivery');
  });

  it('are kept once also when they come again in another month', async () => {
    const { number } = await given.accepted();
    const scan = given.aScan(number, 'EMG');
    await given.record([scan]);
    world.clock.advance(40 * DAY_MS);
    expect((await given.record([scan])).body.results).toMatchObject([{ outcome: 'duplicate' }]);
    const other = await given.accepted();
    const reused = given.aScan(other.number, 'EMG', { id: scan.id });
    expect((await given.record([reused])).body.results).toMatchObject([{ code: 'scan.id-reused' }]);
    expect(await given.rows('select 1 from postal.scan where id = $1', [scan.id])).toHaveLength(1);
  });

  it('are refused by nobody when no month was made for them', async () => {
    const { number } = await given.accepted();
    world.clock.advance(900 * DAY_MS);
    const scan = given.aScan(number, 'EMG');
    await given.record([scan]);
    expect(await partOf(scan.id)).toBe('postal.scan_other');
  });

  it('are never changed, and the post makes no tables but these', async () => {
    await expect(given.rows('update postal.scan set device = $1', ['other'])).rejects.toThrow(/append-only/);
    await expect(given.rows('delete from postal.scan_id')).rejects.toThrow(/append-only/);
    const own = world.get(PostalDatabase).read;
    await expect(own.query('create table postal.anything (id int)')).rejects.toThrow(/permission denied/);
  });
});
