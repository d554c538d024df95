import { parseOwnNumber, parseS10 } from '@choxa/standards';
import { Events } from '@choxa/platform';
import { placesLib } from '@choxa/places';
import { ParcelRegistered, PostingRequested } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { CAN_THO, GivenPost, HANOI } from '../given-post.factory.js';
import { allotNumber } from '../operators/allot-number.js';
import { PostalDatabase } from '../postal-database.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;
const facts = new FactsHeard();

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
  await world.drain(); // the offices were told of
});
afterAll(() => world.close());
beforeEach(() => facts.forget());

describe('announcing a parcel', () => {
  it('gives it a number, the offices of sender and recipient, and a promised day', async () => {
    const { number, request } = await given.announced();
    expect(parseS10(number)).toMatchObject({ ok: true, indicator: 'EE', country: 'XA' });
    const parcel = (await world.http('GET', `/post/parcels/${number}`, { as: given.clerkOf(given.origin) })).body;
    expect(parcel).toMatchObject({
      senderReference: request.senderReference,
      recipientPhone: '+84987654321',
      state: 'announced',
      codVnd: 120_000,
      weightGrams: 480,
      promisedOn: '2026-11-19',
      currentOffice: null,
      scans: [],
    });
    expect(parcel.originOffice.id).toBe(given.origin.id);
    expect(parcel.deliveryOffice.id).toBe(given.target.id);
    expect(facts.heard).toEqual([
      {
        name: ParcelRegistered.name,
        data: { number, senderReference: request.senderReference, operatorCode: 'buu-chinh-song-hong' },
      },
    ]);
  });

  it('registers one parcel when the same request arrives again', async () => {
    const request = given.aRequest();
    await world.db.transaction(async (tx) => {
      for (let times = 0; times < 3; times += 1) await world.get(Events).publish(tx, PostingRequested, request);
    });
    await world.drain();
    expect(await given.rows('select 1 from postal.parcel where sender_reference = $1', [request.senderReference])).toHaveLength(1);
    expect(await given.rows(`select 1 from platform.message where template = 'postal.parcel-registered'`)).toHaveLength(2);
    expect(facts.of(ParcelRegistered)).toHaveLength(1);
  });

  it('registers one parcel when the same request arrives ten times at once', async () => {
    const { RegisterParcel } = await import('./register-parcel.js');
    const register = world.get(RegisterParcel);
    const db = world.get(PostalDatabase);
    const request = given.aRequest();
    const answers = await Promise.all(Array.from({ length: 10 }, () => db.transaction((tx) => register.run(tx, request))));
    expect(new Set(answers.map((answer) => answer.number)).size).toBe(1);
    expect(answers.filter((answer) => answer.created)).toHaveLength(1);
  });

  it('tells the recipient the number and the code, and keeps the code only as a hash', async () => {
    const { number, code } = await given.announced();
    const [message] = await given.rows<{ recipient: string; body: string }>(
      'select recipient, body from platform.message where body like $1',
      [`%${number}%`],
    );
    expect(message!.recipient).toBe('+84987654321');
    expect(message!.body).toContain('Mã nhận hàng');
    expect(message!.body).toContain('Delivery code');
    expect(JSON.stringify(facts.heard)).not.toContain(code);
    const [kept] = await given.rows<{ row: string }>(
      'select delivery_code::text as row from postal.delivery_code where parcel_number = $1',
      [number],
    );
    expect(kept!.row).not.toContain(Buffer.from(code).toString('hex'));
  });

  it('numbers an operator without S10 numbers by its own prefix', async () => {
    const { number } = await given.announced({ operatorCode: 'buu-chinh-cuu-long' });
    expect(parseOwnNumber(number, 'CLX')).toMatchObject({ ok: true });
  });

  it('lets the sender’s province choose the operator when the sender names none', async () => {
    const sender = { ...given.aRequest().sender, communeCode: given.office('cuu-long', CAN_THO).communeCode };
    expect((await given.announced({ sender })).number.startsWith('CLX')).toBe(true);
  });

  it('keeps what the recipient asked for: the counter of an office, a present, an exact place', async () => {
    const elsewhere = given.office('song-hong', HANOI);
    const atCounter = await given.announced({ deliverTo: { kind: 'office', officeCode: elsewhere.code }, gift: true });
    const read = async (number: string) => (await world.http('GET', `/post/parcels/${number}`, { as: given.clerkOf(given.origin) })).body;
    expect(await read(atCounter.number)).toMatchObject({
      deliverTo: 'office',
      gift: true,
      deliveryOffice: { id: elsewhere.id },
      point: null,
    });
    const point = { latitude: 10.03, longitude: 105.78 };
    const exact = await given.announced({ deliverTo: { kind: 'address', digitalAddress: '94000ABC1234', point }, inspection: true });
    expect(await read(exact.number)).toMatchObject({
      deliverTo: 'address',
      gift: false,
      inspection: true,
      digitalAddress: '94000ABC1234',
      point,
    });
    const closed = await given.announced({ deliverTo: { kind: 'office', officeCode: 'SH-99-99' } });
    expect(await read(closed.number)).toMatchObject({ deliverTo: 'office', deliveryOffice: { id: given.target.id } });
  });

  it('does not act on a request that breaks the contract', async () => {
    const { RegisterParcelWhenPostingRequested } = await import('./register-parcel-when-posting-requested.js');
    const handler = world.get(RegisterParcelWhenPostingRequested);
    const event = { id: '', name: PostingRequested.name, occurredAt: '', data: given.aRequest({ codVnd: 0.5 }) };
    await expect(world.get(PostalDatabase).transaction((tx) => handler.handle(tx, event))).rejects.toThrow(
      '/codVnd must be a whole number',
    );
  });
});

describe('parcel numbers', () => {
  it('are never allotted twice to 32 rivals', async () => {
    const [operator] = await given.rows<{ id: string }>(`select id from postal.operator where code = 'buu-chinh-truong-son'`);
    const db = world.get(PostalDatabase);
    const rivals = Array.from({ length: 32 }, () =>
      db.transaction(async (tx) => [await allotNumber(tx, operator!.id), await allotNumber(tx, operator!.id)]),
    );
    const numbers = (await Promise.all(rivals)).flat();
    expect(new Set(numbers).size).toBe(64);
    for (const number of numbers) expect(parseS10(number)).toMatchObject({ ok: true, number });
  });

  it('go on in the next range when one is used up, and say so when all are', async () => {
    const operator = '11111111-1111-4111-8111-111111111111';
    await given.rows(`insert into postal.operator (id, code, name, created_at) values ($1, 'nho', 'Nhỏ', now())`, [operator]);
    for (const [from, prefix] of [
      [1, 'NHO'],
      [5, 'BE'],
    ] as const)
      await given.rows(
        `insert into postal.number_range (id, operator_id, kind, prefix, serial_from, serial_to, next_serial)
         values (gen_random_uuid(), $1, 'own', $2, $3::bigint, $3::bigint + 1, $3)`,
        [operator, prefix, from],
      );
    const db = world.get(PostalDatabase);
    const numbers = await Promise.all(Array.from({ length: 4 }, () => db.transaction((tx) => allotNumber(tx, operator))));
    expect(numbers.map((number) => number.slice(0, -9)).sort()).toEqual(['BE00', 'BE00', 'NHO00', 'NHO00']);
    await expect(db.transaction((tx) => allotNumber(tx, operator))).rejects.toMatchObject({ code: 'numbers.used-up' });
  });
});
