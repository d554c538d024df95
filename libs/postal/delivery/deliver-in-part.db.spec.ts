import { placesLib } from '@choxa/places';
import { ParcelClosed, ParcelDelivered, ParcelReturned } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { FactsHeard } from '../facts-heard.factory.js';
import { aKey, GivenPost } from '../given-post.factory.js';
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

/** Coffee for 50,000 đồng, two jars of honey for 24,000 each, 22,000 of postage. */
const CONTENTS = [
  { code14: '08938500000010', description: 'Cà phê Arabica 500 g', quantity: 1, unitPriceVnd: 50_000 },
  { code14: '00400000000015', description: 'Mật ong hoa cà phê', quantity: 2, unitPriceVnd: 24_000 },
];
const ONE_JAR_BACK = { taken: [{ line: 2, quantity: 1 }], codCollectedVnd: 96_000 };

const takenInPart = async () => {
  const parcel = await given.outForDelivery({ contents: CONTENTS });
  const { body } = await given.deliver(parcel.number, parcel.code, ONE_JAR_BACK);
  return { ...parcel, body, rest: body.restNumber as string };
};

describe('a delivery in part', () => {
  it('collects for what was taken and cancels the rest, which goes back as a parcel of its own', async () => {
    const { body, number, rest, request } = await takenInPart();
    expect(body).toMatchObject({
      state: 'delivered',
      contents: [
        { line: 1, taken: 1 },
        { line: 2, taken: 1 },
      ],
    });
    expect(await given.ledger(number)).toEqual({ recipient: 0, sender: -96_000, cash: 96_000 });
    const clerk = given.clerkOf(given.target);
    expect((await world.http('GET', `/post/parcels/${rest}`, { as: clerk })).body).toMatchObject({
      state: 'returning',
      restOf: number,
      codVnd: 0,
      weightGrams: 168,
      contents: [{ line: 1, description: 'Mật ong hoa cà phê', quantity: 1 }],
    });
    await world.drain();
    const [told] = facts.of(ParcelDelivered, number);
    expect(told).toMatchObject({ senderReference: request.senderReference, codCollectedVnd: 96_000, rest: { number: rest } });
    expect(told!.taken).toEqual([{ quantity: 1 }, { quantity: 1 }]);
    expect(await given.ledger(rest)).toEqual({});
  });

  it('counts as one parcel with one end; its rest comes back to the sender without a second one', async () => {
    const { number, rest, request } = await takenInPart();
    const returned = await given.record([given.aScan(rest, 'RTD', { office: given.origin.id })], given.clerkOf(given.origin));
    expect(returned.body.results[0].outcome).toBe('accepted');
    await world.drain();
    expect(facts.of(ParcelReturned, rest)).toMatchObject([{ restOf: request.senderReference }]);
    expect(facts.of(ParcelClosed).map((fact) => [fact.number, fact.outcome])).toEqual([[number, 'EMI']]);
  });

  it('pays the sender what was collected, not what was due', async () => {
    const { number } = await takenInPart();
    const clerk = given.clerkOf(given.origin);
    const due = await world.http('GET', '/post/cod-remittances/due', { as: clerk });
    const waiting = due.body.data.flatMap((sender: { parcels: { number: string; collectedVnd: number }[] }) => sender.parcels);
    expect(waiting).toContainEqual(expect.objectContaining({ number, collectedVnd: 96_000 }));
    const body = { parcels: [number], reference: `CK-${number}` };
    const paid = await world.http('POST', '/post/cod-remittances', { as: clerk, body, headers: aKey() });
    expect(paid.body.parcels).toMatchObject([{ number, collectedVnd: 96_000 }]);
    expect((await given.ledger(number)).sender).toBe(0);
  });

  it('takes its amount from the prices the sender gave, never from the telephone', async () => {
    const { number, code } = await given.outForDelivery({ contents: CONTENTS });
    for (const [change, problem] of [
      [{ ...ONE_JAR_BACK, codCollectedVnd: 95_999 }, 'cod.amount-differs'],
      [{ ...ONE_JAR_BACK, codCollectedVnd: 120_000 }, 'cod.amount-differs'],
      [{ taken: [{ line: 2, quantity: 3 }] }, 'delivery.too-many'],
      [{ taken: [{ line: 9, quantity: 1 }] }, 'delivery.line-unknown'],
    ] as const)
      expect((await given.deliver(number, code, change)).body.code).toBe(problem);
    const unpriced = await given.outForDelivery();
    expect((await given.deliver(unpriced.number, unpriced.code, ONE_JAR_BACK)).body.code).toBe('delivery.no-prices');
    expect(await given.stateOf(number)).toBe('out_for_delivery');
  });

  it('is not taken back by a correction: a part of the goods is on its way already', async () => {
    const { body } = await takenInPart();
    const scan = body.scans.find((one: { code: string }) => one.code === 'EMI');
    const [clerk, other] = [given.clerkOf(given.target), given.clerkOf(given.target)];
    const declared = await world.http('POST', `/post/scans/${scan.id}/correction`, {
      as: clerk,
      body: { reason: 'Bấm nhầm bưu gửi khác' },
    });
    const confirmed = await world.http('POST', `/post/corrections/${declared.body.id}/confirmation`, { as: other });
    expect(confirmed.body.code).toBe('scan.correction-part');
  });

  it('is a delivery of everything where nothing is said of the lines', async () => {
    for (const taken of [null, []]) {
      const { number, code } = await given.outForDelivery({ contents: CONTENTS });
      const { status, body } = await given.deliver(number, code, { taken });
      expect([status, body.state, body.restNumber]).toEqual([200, 'delivered', null]);
    }
  });
});
