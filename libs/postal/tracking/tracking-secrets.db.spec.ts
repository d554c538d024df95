import { placesLib } from '@choxa/places';
import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

// Promise 14. Parcels in every state are copied under many numbers, each with people, streets and amounts that would be known again.
const COPIES = Number(process.env.TRACKING_NUMBERS ?? 2_000);
const AT_ONCE = 16;
/** So many rows are written well within the time a statement may take. */
const COPIED_AT_ONCE = 5_000;
/** Everything of a person and of money begins with this. */
const MARKER = /MATMA|97531/;

let world: World;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  const given = await GivenPost.in(world, anActor);
  const mark = (name: string) => ({ name: `MATMA ${name}`, phone: '0975310000', street: `Ngõ MATMA ${name}` });
  const { sender, recipient } = given.aRequest();
  const request = {
    sender: { ...sender, ...mark('gửi') },
    recipient: { ...recipient, ...mark('nhận') },
    codVnd: 97_531,
    contents: [{ code14: null, description: 'MATMA hàng', quantity: 1 }],
  };
  await given.announced(request);
  await given.outForDelivery(request);
  const { number } = await given.accepted(request);
  await given.record([given.aScan(number, 'EMH', { reason: 'refused' })]);
  const { number: back } = await given.accepted(request);
  await given.record([given.aScan(back, 'RTS'), given.aScan(back, 'RTD')]);
  for (let from = 1; from <= COPIES; from += COPIED_AT_ONCE) await copyParcels(from, Math.min(from + COPIED_AT_ONCE - 1, COPIES));
}, 600_000);
afterAll(() => world.close());

/** Copies the parcels that were made above, in turn, with their scans, under the numbers `from` to `to`. */
async function copyParcels(from: number, to: number): Promise<void> {
  const columns = (
    await sql<{ name: string }>(
      world.db.read,
      `select column_name as name from information_schema.columns
      where table_schema = 'postal' and table_name = 'parcel' and column_name not in ('number', 'sender_reference') and is_generated = 'NEVER'`,
    )
  ).map(({ name }) => `"${name}"`);
  await sql(
    world.db.read,
    `with origin as (select *, row_number() over (order by number) - 1 as place, count(*) over () as many
         from postal.parcel where number not like 'ZZ%'),
     copied as (
       insert into postal.parcel (number, sender_reference, ${columns.join(', ')})
       select 'ZZ' || lpad(n::text, 9, '0') || 'XA', gen_random_uuid(), ${columns.join(', ')}
         from generate_series($1::int, $2::int) n join origin on origin.place = n % origin.many returning number, state)
     insert into postal.scan (id, parcel_number, code, event_time, recorded_at, device, office_id, actor_id, reason, next_action, from_the_future)
     select gen_random_uuid(), copied.number, scan.code, scan.event_time, scan.recorded_at, 'MATMA máy', scan.office_id, scan.actor_id,
            scan.reason, scan.next_action, scan.from_the_future
       from copied join origin on origin.state = copied.state join postal.scan on scan.parcel_number = origin.number`,
    [from, to],
  );
}

it(`shows of ${COPIES} valid numbers no name, phone, street or amount, and answers each with the same fields`, async () => {
  const leaks: string[] = [];
  const shapes = new Set<string>();
  let next = 1;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n <= COPIES; n = next++) {
        const number = `ZZ${String(n).padStart(9, '0')}XA`;
        const { status, text, body } = await world.http('GET', `/parcels/${number}`);
        if (status !== 200 || MARKER.test(text.replaceAll(number, ''))) leaks.push(`${number}: ${status} ${text}`);
        shapes.add(Object.keys(body).join());
      }
    }),
  );
  expect(leaks.slice(0, 3)).toEqual([]);
  expect([...shapes]).toEqual(['number,step,steps,status,statusAt,nextStep,expectedOn,fromProvince,toProvince,events']);
}, 3_600_000);
