import { anActor, testWorld, type World } from '@choxa/testing';
import type { Actor } from '@choxa/platform';
import { placesLib, PlacesModule } from '@choxa/places';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

const COD = 120_000;

describe('the drawer of an office', () => {
  let world: World;
  let given: GivenPost;
  let [cashier, clerk] = [] as Actor[] as [Actor, Actor];

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PlacesModule, PostalModule] });
    given = await GivenPost.in(world, anActor);
    [cashier, clerk] = [given.clerkOf(given.target), given.clerkOf(given.target)];
  }, 90_000);
  afterAll(() => world.close());

  const office = () => given.target.id;
  const post = (path: string, as: Actor, body?: object) => world.http('POST', path, { as, body, headers: aKey() });
  const desk = async (as = clerk) => (await world.http('GET', `/post/cash?office=${office()}`, { as })).body;
  const today = async () => (await world.http('GET', `/post/cash-reconciliation?office=${office()}`, { as: clerk })).body.drawers;
  const delivered = async (courier = given.courierOf(given.target)) => {
    const { number, code } = await given.outForDelivery();
    const answer = await given.deliver(number, code, {}, courier);
    return { courier, answer };
  };
  /** A courier hands over less than the books say. */
  const short = async (missingVnd: number) => {
    const { courier } = await delivered();
    const countedVnd = COD - missingVnd;
    const { body } = await post('/post/cash-counts', courier, { office: office(), kind: 'shift', countedVnd });
    await post(`/post/cash-counts/${body.id}/confirmation`, clerk, { countedVnd, reason: 'Thiếu tiền' });
    return { courier, count: body.id as string };
  };
  const repay = (holder: string, amountVnd: number, way = 'cash', as = cashier) =>
    post('/post/shortage-repayments', as, { office: office(), holder, amountVnd, way });

  it('holds what was paid at the counter, and the day stays even', async () => {
    const before = (await desk()).drawer.heldVnd;
    const { sender, recipient } = given.aRequest();
    const walkIn = {
      office: given.target.code,
      sender: { ...sender, communeCode: given.target.communeCode },
      recipient,
      weightGrams: 900,
      codVnd: 0,
      contents: [{ description: 'Quần áo', quantity: 1 }],
    };
    const { body } = await post('/post/walk-in-parcels', clerk, { ...walkIn, paidVnd: 0 });
    const paidVnd = Number(/[\d.]+/.exec(body.detail)![0].replaceAll('.', ''));
    const taken = await post('/post/walk-in-parcels', clerk, { ...walkIn, paidVnd });
    expect(taken.status).toBe(200);
    expect((await desk()).drawer.heldVnd).toBe(before + paidVnd);
    const drawer = (await today()).find(({ kind }: { kind: string }) => kind === 'office');
    expect(drawer).toMatchObject({ counterVnd: paidVnd, even: true });
    expect(await given.ledger(taken.body.number)).toEqual({ office_cash: paidVnd, postage: -paidVnd });
  });

  it.each(['cash', 'wages'])('is made good what was missing, by two people: %s', async (way) => {
    const { courier } = await short(20_000);
    const before = (await desk()).drawer.heldVnd;
    expect((await desk(courier)).shortages).toMatchObject([{ shortVnd: 20_000, waiting: null }]);
    expect((await repay(courier.accountId, 20_001, way)).body.code).toBe('cash.no-shortage');
    const { status, body } = await repay(courier.accountId, 15_000, way);
    expect(status).toBe(201);
    expect((await repay(courier.accountId, 1, way)).body.code).toBe('cash.repayment-waits');
    expect((await post(`/post/shortage-repayments/${body.id}/confirmation`, cashier)).body.code).toBe('cash.repayment-own');
    expect((await desk(courier)).shortages[0].waiting).toMatchObject({ id: body.id, amountVnd: 15_000, way, own: false });
    for (let twice = 0; twice < 2; twice += 1)
      expect((await post(`/post/shortage-repayments/${body.id}/confirmation`, way === 'cash' ? clerk : courier)).status).toBe(204);
    expect((await desk(courier)).shortages).toMatchObject([{ shortVnd: 5_000, waiting: null }]);
    expect((await desk()).drawer.heldVnd).toBe(before + (way === 'cash' ? 15_000 : 0));
    expect((await today()).every(({ even }: { even: boolean }) => even)).toBe(true);
    const manager = given.managerOf(given.target);
    const [operator] = (await world.http('GET', '/post/cash-reconciliation', { as: manager })).body.operators;
    const { collectedVnd, counterVnd, overageVnd, heldVnd, bankVnd, remittedVnd, shortageVnd } = operator;
    expect(collectedVnd + counterVnd + overageVnd).toBe(heldVnd + bankVnd + remittedVnd + shortageVnd);
  });

  it('is made good by nobody of another office, and a repayment may be taken back', async () => {
    const { courier } = await short(9_000);
    const foreign = given.clerkOf(given.office('cuu-long', CAN_THO));
    expect((await repay(courier.accountId, 9_000, 'cash', foreign)).body.code).toBe('office.unknown');
    const { id } = (await repay(courier.accountId, 9_000)).body;
    expect((await post(`/post/shortage-repayments/${id}/confirmation`, foreign)).body.code).toBe('cash.repayment-unknown');
    expect((await post(`/post/shortage-repayments/${id}/withdrawal`, cashier)).status).toBe(204);
    expect((await post(`/post/shortage-repayments/${id}/confirmation`, clerk)).body.code).toBe('cash.repayment-closed');
    expect((await desk(courier)).shortages[0].shortVnd).toBe(9_000);
  });

  it('is handed over with a slip of notes for both, and for nobody else', async () => {
    const { courier } = await delivered();
    const bring = (notes: object[]) => post('/post/cash-counts', courier, { office: office(), kind: 'shift', countedVnd: COD, notes });
    expect((await bring([{ valueVnd: 100_000, pieces: 1 }])).body.code).toBe('cash.notes-differ');
    const { body } = await bring([
      { valueVnd: 100_000, pieces: 1 },
      { valueVnd: 10_000, pieces: 2 },
    ]);
    const slip = (as: Actor) => world.http('GET', `/post/cash-counts/${body.id}/slip.pdf`, { as });
    expect((await slip(courier)).status).toBe(200);
    await post(`/post/cash-counts/${body.id}/confirmation`, clerk, { countedVnd: COD });
    const { status, text } = await slip(clerk);
    expect([status, text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await slip(given.courierOf(given.target))).body.code).toBe('cash.count-unknown');
    expect((await slip(given.clerkOf(given.origin))).body.code).toBe('cash.count-unknown');
  });

  it('has limits that a manager sets from a day on: one of a person before one of the office', async () => {
    const manager = given.managerOf(given.target);
    const { courier } = await delivered();
    const set = (change: object, as = manager) =>
      post('/post/cash-caps', as, { kind: 'courier', limitVnd: 2 * COD, validFrom: '2027-06-01', basis: 'Quyết định 12', ...change });
    expect((await set({ validFrom: '2020-01-01' })).body.code).toBe('day.past');
    expect((await set({ holder: courier.accountId, office: given.target.code })).body.code).toBe('cash.cap-of-one');
    expect((await set({ holder: anActor().accountId })).body.code).toBe('cash.holder-unknown');
    expect((await set({ office: given.office('cuu-long', CAN_THO).code })).body.code).toBe('office.unknown');
    expect((await set({ office: given.target.code, limitVnd: 5 * COD })).status).toBe(204);
    expect((await set({ office: given.target.code })).body.code).toBe('tariff.day-taken');
    expect((await set({ holder: courier.accountId })).status).toBe(204);
    const of = async (as = manager) => (await world.http('GET', '/post/cash-caps', { as })).body.data;
    expect((await of()).find(({ ofPerson }: { ofPerson: boolean }) => ofPerson)).toMatchObject({ limitVnd: 2 * COD, inForce: false });
    world.clock.set(new Date('2027-06-01T03:00:00Z'));
    expect((await desk(courier)).own.limitVnd).toBe(2 * COD);
    expect((await desk(given.courierOf(given.target))).own.limitVnd).toBe(5 * COD);
    expect((await delivered(courier)).answer.status).toBe(200);
    expect((await delivered(courier)).answer.body.code).toBe('cash.courier-cap');
    const foreign = given.managerOf(given.office('cuu-long', CAN_THO));
    expect((await of(foreign)).some(({ ofPerson }: { ofPerson: boolean }) => ofPerson)).toBe(false);
  });
});
