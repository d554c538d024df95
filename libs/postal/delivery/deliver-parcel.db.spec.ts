import { placesLib } from '@choxa/places';
import { ParcelClosed, ParcelDelivered, ParcelReturned } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { aKey, GivenPost, CAN_THO } from '../given-post.factory.js';
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

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

describe('delivery', () => {
  it('with the recipient’s code closes the parcel and books the cash in one step', async () => {
    const { number, code, request } = await given.outForDelivery();
    const courier = given.courierOf(given.target);
    const { status, body } = await given.deliver(number, code, {}, courier);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'delivered', deliveryPlace: 'address', attempts: 1 });
    await world.drain();
    expect(facts.of(ParcelDelivered, number)).toMatchObject([
      { number, senderReference: request.senderReference, deliveryPlace: 'address', codCollectedVnd: 120_000 },
    ]);
    expect(facts.of(ParcelClosed, number)).toMatchObject([
      { outcome: 'EMI', deliveryPlace: 'address', recipientProvinceCode: CAN_THO, attempts: 1 },
    ]);
    expect(await given.ledger(number)).toEqual({ recipient: 0, sender: -120_000, cash: 120_000 });
    expect(await given.rows(`select holder_id from postal.cod_entry where parcel_number = $1 and account = 'cash'`, [number])).toEqual([
      { holder_id: courier.accountId },
    ]);
  });

  it('happens once, whoever rivals', async () => {
    const { number, code } = await given.outForDelivery();
    const answers = await Promise.all(Array.from({ length: 8 }, () => given.deliver(number, code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await given.ledger(number)).toEqual({ recipient: 0, sender: -120_000, cash: 120_000 });
  });

  it('evaluates five wrong codes and then none, not even the right one', async () => {
    const { number, code } = await given.outForDelivery();
    const guesses = await Promise.all(Array.from({ length: 12 }, () => given.deliver(number, otherThan(code))));
    expect(guesses.filter((answer) => answer.status === 422 && answer.body.code === 'proof.code-wrong')).toHaveLength(5);
    expect(guesses.filter((answer) => answer.status === 423)).toHaveLength(7);
    expect(await given.deliver(number, code)).toMatchObject({ status: 423, body: { code: 'proof.locked' } });
    expect(await given.stateOf(number)).toBe('out_for_delivery');
    expect(await given.ledger(number)).toEqual({ recipient: 120_000, sender: -120_000 });
  });

  it('does not count the same wrong request twice', async () => {
    const { number, code } = await given.outForDelivery();
    const [courier, key] = [given.courierOf(given.target), aKey()];
    for (let times = 0; times < 3; times += 1)
      expect((await given.deliver(number, otherThan(code), {}, courier, key)).body.code).toBe('proof.code-wrong');
    expect(await given.rows('select tries from postal.delivery_code where parcel_number = $1', [number])).toEqual([{ tries: 1 }]);
  });

  it('takes the whole amount or nothing', async () => {
    const { number, code } = await given.outForDelivery();
    const short = await given.deliver(number, code, { codCollectedVnd: 119_999 });
    expect(short).toMatchObject({ status: 422, body: { code: 'cod.amount-differs' } });
    expect(await given.rows('select tries from postal.delivery_code where parcel_number = $1', [number])).toEqual([{ tries: 0 }]);
  });

  it('is not possible before acceptance, nor on the way back', async () => {
    const { number, code } = await given.announced();
    expect((await given.deliver(number, code)).body.code).toBe('parcel.not-accepted');
    await given.accept(number);
    await given.record([given.aScan(number, 'RTS')]);
    expect((await given.deliver(number, code)).body.code).toBe('parcel.returning');
  });

  it('is not possible for staff of an office the parcel does not concern', async () => {
    const { number, code } = await given.outForDelivery();
    const stranger = given.courierOf(given.office('song-hong', '04'));
    expect(await given.deliver(number, code, {}, stranger)).toMatchObject({ status: 404, body: { code: 'parcel.unknown' } });
  });

  it('cannot be undone by a scan that arrives late', async () => {
    const { number, code } = await given.outForDelivery();
    const late = given.aScan(number, 'RTS');
    await given.deliver(number, code);
    expect((await given.record([late])).body.results[0].code).toBe('scan.parcel-closed');
    expect(await given.stateOf(number)).toBe('delivered');
  });

  it('of a parcel without cash books nothing', async () => {
    const { number, code } = await given.outForDelivery({ codVnd: 0 });
    expect((await given.deliver(number, code, { codCollectedVnd: 0, deliveryPlace: 'shared_box' })).status).toBe(200);
    expect(await given.ledger(number)).toEqual({});
  });
});

describe('a return', () => {
  it('makes the due zero and tells that the sender has it back', async () => {
    const { number, request } = await given.outForDelivery();
    await given.record([given.aScan(number, 'EMH', { reason: 'refused', nextAction: 'return_to_sender' }), given.aScan(number, 'RTS')]);
    await given.record([given.aScan(number, 'RTD', { office: given.origin.id })], given.clerkOf(given.origin));
    await world.drain();
    expect(facts.of(ParcelReturned, number)).toMatchObject([{ number, senderReference: request.senderReference }]);
    expect(facts.of(ParcelClosed, number)).toMatchObject([{ outcome: 'RTD', deliveryPlace: null, attempts: 1 }]);
    expect(await given.ledger(number)).toEqual({ recipient: 0, sender: 0 });
  });
});
