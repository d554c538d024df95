import { placesLib } from '@choxa/places';
import { Events, type Actor } from '@choxa/platform';
import { ParcelPacked, PostingWithdrawn } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { aKey, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

const COFFEE = '08938500000010';
const HONEY = '00400000000015';
const OWNER = '0912345678';

let world: World;
let given: GivenPost;
let clerk: Actor;
const facts = new FactsHeard();

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
  clerk = given.clerkOf(given.origin);
});
afterAll(() => world.close());
beforeEach(async () => {
  facts.forget();
  await given.rows('truncate postal.pick_line, postal.pick, postal.goods_movement, postal.stored_goods, postal.goods_owner');
});

const post = (path: string, body: object = {}, as = clerk, headers = aKey()) =>
  world.http('POST', `/post/warehouse/${path}`, { as, body, headers });
const goods = async (query = '') => (await world.http('GET', `/post/warehouse/goods${query}`, { as: clerk })).body.data;

/** As the list of what is to be packed shows it. */
async function pickOf(number: string) {
  const { data } = (await world.http('GET', '/post/warehouse/picks?limit=100', { as: clerk })).body;
  return data.find((pick: { parcelNumber: string }) => pick.parcelNumber === number);
}

function aLine(change: object = {}) {
  return { code: COFFEE, lotCode: 'L1', description: 'Cà phê Arabica 500 g', units: 5, place: 'A1', ...change };
}

function receive(lines: object[], change: object = {}, as = clerk, headers = aKey()) {
  return post('receipts', { office: given.origin.id, ownerName: 'Nguyễn Thị Mơ', ownerPhone: OWNER, lines, ...change }, as, headers);
}

/** Coffee in two lots and honey: enough for the parcel of `given.announced` (1 coffee, 2 honey). */
async function stored(): Promise<void> {
  const lines = [
    aLine({ lotCode: 'LATE', expiresOn: '2027-12-01', place: 'B2' }),
    aLine({ lotCode: 'SOON', expiresOn: '2027-01-01', units: 1 }),
    aLine({ code: HONEY, lotCode: 'M1', description: 'Mật ong hoa cà phê', units: 3, place: 'C3' }),
  ];
  expect((await receive(lines)).status).toBe(201);
}

/** What lies there by the movements alone. */
async function recount(): Promise<void> {
  const wrong = await given.rows(
    `select goods.lot_code from postal.stored_goods goods left join postal.goods_movement moved on moved.goods_id = goods.id
      group by goods.id having goods.on_hand <> coalesce(sum(moved.units), 0)`,
  );
  expect(wrong).toEqual([]);
}

describe('goods handed over to be kept', () => {
  it('lie by place, lot and owner; the same lot in the same place adds up, once a key', async () => {
    const key = aKey();
    const first = await receive([aLine()], {}, clerk, key);
    expect((await receive([aLine()], {}, clerk, key)).text).toBe(first.text);
    await receive([aLine({ units: 2 }), aLine({ place: 'A2', units: 1 })]);
    expect(await goods()).toMatchObject([
      { place: 'A1', lotCode: 'L1', code14: COFFEE, onHand: 7, reserved: 0, ownerPhone: '+84912345678', officeId: given.origin.id },
      { place: 'A2', onHand: 1 },
    ]);
    expect(await goods(`?owner=${OWNER}&code=8938500000010`)).toHaveLength(2);
    expect(await goods('?owner=0987654321')).toEqual([]);
    await recount();
  });

  it('are refused whole where a line is wrong, and the line is named', async () => {
    const wrong = await receive([aLine(), aLine({ code: '8934588000015' })]);
    expect([wrong.status, wrong.body.code, wrong.body.errors[0].pointer]).toEqual([422, 'goods.code', '/lines/1/code']);
    await receive([aLine({ expiresOn: '2027-01-01' })]);
    const otherDay = await receive([aLine({ expiresOn: '2028-01-01' })]);
    expect([otherDay.body.code, otherDay.body.errors[0].detail]).toEqual(['goods.lot-day', '2027-01-01']);
    expect((await receive([aLine()], { ownerPhone: '12345678' })).body.code).toBe('goods.phone');
    expect(await goods()).toMatchObject([{ onHand: 5 }]);
  });

  it('are of their office alone: for a clerk of another they are not there', async () => {
    await receive([aLine()]);
    const [{ id }] = await goods();
    const stranger = given.clerkOf(given.target);
    expect((await world.http('GET', '/post/warehouse/goods', { as: stranger })).body.data).toEqual([]);
    expect((await receive([aLine()], {}, stranger)).status).toBe(404);
    expect((await post(`goods/${id}/returns`, { units: 1 }, stranger)).body.code).toBe('goods.unknown');
    expect((await post(`goods/${id}/returns`, { units: 1 }, given.courierOf(given.origin))).status).toBe(403);
  });

  it('are moved, given back and counted; every difference has its reason', async () => {
    await receive([aLine()]);
    const [{ id }] = await goods();
    expect((await post(`goods/${id}/moves`, { place: 'A9', units: 2 })).body).toMatchObject({ place: 'A9', onHand: 2, lotCode: 'L1' });
    expect((await post(`goods/${id}/moves`, { place: 'A1', units: 1 })).body.code).toBe('goods.same-place');
    expect((await post(`goods/${id}/returns`, { units: 1 })).body).toMatchObject({ onHand: 2 });
    expect((await post(`goods/${id}/returns`, { units: 3 })).body).toMatchObject({ code: 'goods.short', errors: [{ detail: '2' }] });
    expect((await post(`goods/${id}/counts`, { units: 1, reason: 'Vỡ một gói' })).body).toMatchObject({ onHand: 1 });
    expect(await given.rows(`select units, reason from postal.goods_movement where kind = 'counted'`)).toEqual([
      { units: -1, reason: 'Vỡ một gói' },
    ]);
    await recount();
  });
});

describe('a parcel packed from its sender’s goods', () => {
  it('takes what expires first, is packed unit by unit, and says of which lots', async () => {
    await stored();
    const { number, request } = await given.announced();
    expect(await pickOf(number)).toMatchObject({ state: null, lines: [] });
    const { body: pick } = await post(`picks/${number}`);
    expect(pick).toMatchObject({
      state: 'open',
      lines: [
        { place: 'A1', lotCode: 'SOON', units: 1 },
        { place: 'C3', units: 2 },
      ],
    });
    expect((await post(`picks/${number}`)).body).toEqual(pick);

    const wrong = await post(`picks/${number}/packing`, { codes: [COFFEE, HONEY] });
    expect([wrong.status, wrong.body.code, wrong.body.errors[0].detail]).toEqual([422, 'pick.codes-differ', `${HONEY}: 1/2`]);
    // A scanner reads the internal number as UPC-A, and the other as EAN-13.
    const packed = await post(`picks/${number}/packing`, { codes: ['8938500000010', HONEY, '400000000015'] });
    expect(packed.body).toMatchObject({ state: 'packed' });
    await world.drain();
    expect(facts.of(ParcelPacked)).toMatchObject([
      {
        number,
        senderReference: request.senderReference,
        contents: expect.arrayContaining([
          { code14: COFFEE, lotCode: 'SOON', quantity: 1 },
          { code14: HONEY, lotCode: 'M1', quantity: 2 },
        ]),
      },
    ]);
    expect(await goods()).toMatchObject([
      { lotCode: 'LATE', onHand: 5, reserved: 0 },
      { lotCode: 'M1', onHand: 1, reserved: 0 },
    ]);
    expect((await given.accept(number)).status).toBe(200);
    expect((await post(`picks/${number}/cancellation`)).body.code).toBe('parcel.accepted-already');
    await recount();
  });

  it('is refused where too little is there, and says what is missing; nothing is reserved', async () => {
    await receive([aLine()]);
    const { number } = await given.announced();
    const short = await post(`picks/${number}`);
    expect([short.status, short.body.code, short.body.errors]).toMatchObject([
      409,
      'pick.short',
      [{ pointer: '/contents/1', detail: `${HONEY}: 2` }],
    ]);
    expect(await goods()).toMatchObject([{ reserved: 0 }]);
  });

  it('never takes the same unit twice, however many clerks pick at once', async () => {
    await receive([aLine({ units: 3 }), aLine({ code: HONEY, lotCode: 'M1', units: 100 })]);
    const parcels = [];
    for (let n = 0; n < 8; n += 1) parcels.push(await given.announced());
    const answers = await Promise.all(parcels.map(({ number }) => post(`picks/${number}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'pick.short')).toHaveLength(5);
    expect(await goods(`?code=${COFFEE}`)).toMatchObject([{ onHand: 3, reserved: 3 }]);
  });

  it('gives its goods back when its sender withdraws it, reserved or packed', async () => {
    await stored();
    for (const packed of [false, true]) {
      const { number, request } = await given.announced();
      await post(`picks/${number}`);
      if (packed) await post(`picks/${number}/packing`, { codes: [COFFEE, HONEY, HONEY] });
      const withdrawn = { senderReference: request.senderReference, reason: 'Khách đổi ý', withdrawnAt: world.clock.now().toISOString() };
      await world.db.transaction((tx) => world.get(Events).publish(tx, PostingWithdrawn, withdrawn));
      await world.drain();
      expect(await pickOf(number)).toMatchObject({ withdrawn: true });
      expect((await post(`picks/${number}/packing`, { codes: [COFFEE, HONEY, HONEY] })).body.code).toBe('parcel.withdrawn');
      expect((await post(`picks/${number}/cancellation`)).body).toMatchObject({ state: null, lines: [] });
      expect((await goods()).map((one: { onHand: number; reserved: number }) => [one.onHand, one.reserved])).toEqual([
        [1, 0],
        [5, 0],
        [3, 0],
      ]);
      await recount();
    }
  });
});
