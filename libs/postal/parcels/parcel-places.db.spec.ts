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

async function placeOf(number: string): Promise<{ office: string; waits: boolean } | undefined> {
  const [place] = await given.rows<{ office: string; waits: boolean }>(
    'select office_id as office, waiting_since is not null as waits from postal.parcel_place where parcel_number = $1',
    [number],
  );
  return place;
}

describe('where a parcel lies', () => {
  it('is known from its acceptance on, and whether it waits there', async () => {
    const { number } = await given.announced();
    expect(await placeOf(number)).toBeUndefined();
    await given.accept(number);
    expect(await placeOf(number)).toMatchObject({ waits: false });
    await given.record([given.aScan(number, 'EMG'), given.aScan(number, 'EDG'), given.aScan(number, 'EMH', { reason: 'absent' })]);
    expect(await placeOf(number)).toMatchObject({ waits: true });
    world.clock.advance(60_000);
    await given.record([given.aScan(number, 'EDG')]);
    expect(await placeOf(number)).toMatchObject({ waits: false });
  });

  it('is never at odds with what the parcel itself says', async () => {
    expect(
      await given.rows(
        `select number from postal.parcel left join postal.parcel_place place on place.parcel_number = number
          where current_office_id is distinct from office_id
             or case when state in ('attempt_failed', 'held') then state_at end is distinct from waiting_since`,
      ),
    ).toEqual([]);
  });

  it('is written in place on the page of its parcel, into no index', async () => {
    const indexed = await given.rows<{ name: string }>(
      `select distinct attname as name from pg_index join pg_attribute on attrelid = indrelid
         and (attnum = any(indkey) or pg_get_expr(indpred, indrelid) like '%' || attname || '%') where indrelid = 'postal.parcel'::regclass`,
    );
    const names = indexed.map(({ name }) => name);
    for (const moved of ['state', 'state_at', 'current_office_id', 'attempts']) expect(names).not.toContain(moved);
  });

  it('is an office there is, whoever writes a scan', async () => {
    const { number } = await given.accepted();
    const unknownOffice = `insert into postal.scan (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, from_the_future)
      values (gen_random_uuid(), $1, 'EDD', now(), now(), 'may', gen_random_uuid(), gen_random_uuid(), false)`;
    await expect(given.rows(unknownOffice, [number])).rejects.toThrow('scan of an unknown office');
  });
});
