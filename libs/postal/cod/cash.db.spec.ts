import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { placesLib, PlacesModule } from '@choxa/places';
import { aKey, GivenPost } from '../given-post.factory.js';
import { PostalDatabase } from '../postal-database.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { bookCollected, bookReversed } from './cod-ledger.js';
import { SetCashCap } from './set-cash-cap.js';

const COD = 120_000;

describe('collected cash', () => {
  let world: World;
  let given: GivenPost;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PlacesModule, PostalModule] });
    given = await GivenPost.in(world, anActor);
  }, 90_000);
  afterAll(() => world.close());

  const office = () => given.target.id;
  const delivered = async (courier = given.courierOf(given.target)) => {
    const { number, code } = await given.outForDelivery();
    const answer = await given.deliver(number, code, {}, courier);
    if (answer.status !== 200) throw new Error(answer.text);
    return { number, courier };
  };
  const count = (as: ReturnType<GivenPost['courierOf']>, countedVnd: number, kind = 'shift', headers = aKey()) =>
    world.http('POST', '/post/cash-counts', { as, headers, body: { office: office(), kind, countedVnd } });
  const confirm = (id: string, body: object, as = given.clerkOf(given.target)) =>
    world.http('POST', `/post/cash-counts/${id}/confirmation`, { as, body });
  const desk = async (as: ReturnType<GivenPost['courierOf']>) => (await world.http('GET', `/post/cash?office=${office()}`, { as })).body;
  const drawer = async (): Promise<number> => (await desk(given.clerkOf(given.target))).drawer.heldVnd;

  it('lies with the courier until two have counted it, then in the office’s drawer', async () => {
    const { courier, number } = await delivered();
    await delivered(courier);
    const before = await drawer();
    expect(await desk(courier)).toMatchObject({ own: { heldVnd: 2 * COD, waiting: null }, drawer: null, couriers: [] });
    expect((await desk(courier)).own.parcels.map((parcel: { number: string }) => parcel.number)).toContain(number);
    const { status, body } = await count(courier, 2 * COD);
    expect(status).toBe(201);
    expect((await desk(courier)).own).toMatchObject({ heldVnd: 2 * COD, waiting: { id: body.id } });
    expect((await desk(given.clerkOf(given.target))).waiting).toMatchObject([{ id: body.id, countedVnd: 2 * COD }]);
    expect((await confirm(body.id, { countedVnd: 2 * COD })).status).toBe(204);
    expect((await confirm(body.id, { countedVnd: 2 * COD })).status).toBe(204);
    expect(await desk(courier)).toMatchObject({ own: { heldVnd: 0, parcels: [], waiting: null } });
    expect(await drawer()).toBe(before + 2 * COD);
  });

  it('is counted once for a key, and by one count at a time', async () => {
    const { courier } = await delivered();
    const key = aKey();
    const first = await count(courier, COD, 'shift', key);
    expect((await count(courier, COD, 'shift', key)).text).toBe(first.text);
    expect((await count(courier, COD)).body.code).toBe('cash.counted-already');
    expect((await world.http('POST', `/post/cash-counts/${first.body.id}/withdrawal`, { as: courier })).status).toBe(204);
    expect((await confirm(first.body.id, { countedVnd: COD })).body.code).toBe('cash.count-closed');
    expect((await count(courier, COD)).status).toBe(201);
  });

  it('is confirmed by a second person of that office only, who counted the same', async () => {
    const clerk = given.clerkOf(given.target);
    await delivered(clerk);
    const { body } = await count(clerk, COD);
    expect((await confirm(body.id, { countedVnd: COD }, clerk)).body.code).toBe('cash.second-person');
    expect((await confirm(body.id, { countedVnd: COD - 1 })).body.code).toBe('cash.counts-differ');
    expect((await confirm(body.id, { countedVnd: COD }, given.clerkOf(given.origin))).body.code).toBe('cash.count-unknown');
    expect((await confirm(body.id, { countedVnd: COD }, given.courierOf(given.target))).status).toBe(403);
    expect((await confirm(body.id, { countedVnd: COD })).status).toBe(204);
  });

  it.each([
    ['shortage', -5_000],
    ['overage', 5_000],
  ])('leaves a record and a journal of its own when the count shows %s', async (account, differenceVnd) => {
    const { courier } = await delivered();
    const { body } = await count(courier, COD + differenceVnd);
    expect((await confirm(body.id, { countedVnd: COD + differenceVnd })).body.code).toBe('cash.reason-needed');
    expect((await confirm(body.id, { countedVnd: COD + differenceVnd, reason: 'Thối nhầm tiền' })).status).toBe(204);
    expect(await given.rows('select amount_vnd, reason from postal.cash_difference where count_id = $1', [body.id])).toEqual([
      { amount_vnd: differenceVnd, reason: 'Thối nhầm tiền' },
    ]);
    const entries = await given.rows(
      `select account, sum(amount_vnd)::bigint as vnd from postal.cod_entry where holder_id = $1 group by account having sum(amount_vnd) <> 0`,
      [courier.accountId],
    );
    expect(entries).toEqual([{ account, vnd: -differenceVnd }]);
    expect((await desk(courier)).recent).toMatchObject([{ differenceVnd, heldVnd: COD }]);
  });

  it('may be handed over in part, never more than is held', async () => {
    const { courier } = await delivered();
    const tooMuch = await count(courier, COD + 1, 'part');
    expect((await confirm(tooMuch.body.id, { countedVnd: COD + 1 })).body.code).toBe('cash.more-than-held');
    await world.http('POST', `/post/cash-counts/${tooMuch.body.id}/withdrawal`, { as: courier });
    const part = await count(courier, 50_000, 'part');
    expect((await confirm(part.body.id, { countedVnd: 50_000 })).status).toBe(204);
    expect((await desk(courier)).own.heldVnd).toBe(COD - 50_000);
  });

  it('goes from the drawer to the bank, never more than lies there, under a slip number used once', async () => {
    const clerk = given.clerkOf(given.target);
    const before = await drawer();
    const deposit = (amountVnd: number, reference: string, as = clerk) =>
      world.http('POST', '/post/cash-deposits', { as, headers: aKey(), body: { office: office(), amountVnd, reference } });
    expect((await deposit(before + 1, 'NH-1')).body.code).toBe('cash.more-than-held');
    expect((await deposit(50_000, 'NH-1')).status).toBe(201);
    expect((await deposit(1, 'NH-1')).body.code).toBe('cash.reference-used');
    expect((await deposit(1, 'NH-2', given.clerkOf(given.origin))).body.code).toBe('office.unknown');
    expect(await drawer()).toBe(before - 50_000);
  });

  it('is booked back when the delivery was a mistake, and may be collected again; both stay in the books', async () => {
    const { number, courier } = await delivered();
    const undo = () =>
      world.get(PostalDatabase).transaction(async (tx) => {
        await bookReversed(tx, number, 'collected', world.clock.now());
        await bookReversed(tx, number, 'collected', world.clock.now());
      });
    await undo();
    expect((await desk(courier)).own).toMatchObject({ heldVnd: 0, parcels: [] });
    expect(await given.ledger(number)).toMatchObject({ cash: 0, recipient: COD, sender: -COD });
    const remit = { as: given.clerkOf(given.origin), headers: aKey(), body: { reference: 'HOAN-1', parcels: [number] } };
    expect((await world.http('POST', '/post/cod-remittances', remit)).body.code).toBe('cod.not-collected');
    await world.get(PostalDatabase).transaction((tx) => bookCollected(tx, number, COD, courier.accountId, world.clock.now()));
    expect(await given.ledger(number)).toMatchObject({ cash: COD, recipient: 0 });
    await undo();
    expect((await desk(courier)).own.heldVnd).toBe(0);
  });

  it('cannot be booked away once the sender was paid from it', async () => {
    const { number } = await delivered();
    const remit = { as: given.clerkOf(given.origin), headers: aKey(), body: { reference: 'HOAN-2', parcels: [number] } };
    expect((await world.http('POST', '/post/cod-remittances', remit)).status).toBe(201);
    const undo = world.get(PostalDatabase).transaction((tx) => bookReversed(tx, number, 'collected', world.clock.now()));
    await expect(undo).rejects.toMatchObject({ code: 'cod.remitted-already' });
  });

  it('stays in the books: the post’s own role changes and deletes no entry, and no journal is uneven', async () => {
    const own = world.get(PostalDatabase).read;
    await expect(sql(own, 'update postal.cod_entry set amount_vnd = 1')).rejects.toThrow(/permission denied/);
    await expect(sql(own, 'delete from postal.cod_entry')).rejects.toThrow(/permission denied/);
    await expect(sql(own, 'update postal.cash_difference set amount_vnd = 1')).rejects.toThrow(/permission denied/);
    const uneven = `insert into postal.cod_entry (id, journal_id, step, account, amount_vnd, booked_at)
      values (gen_random_uuid(), gen_random_uuid(), 'deposited', 'bank', 1, now())`;
    await expect(sql(own, uneven)).rejects.toThrow(/does not sum to zero/);
  });

  // Promise 9; the mutant cash-cap-unlocked.patch must make it fail.
  it('never exceeds what a courier may hold, with 40 rivals', async () => {
    await world.get(SetCashCap).run('system', {
      operatorId: given.target.operatorId,
      officeId: given.target.id,
      holderId: null,
      kind: 'courier',
      limitVnd: 9 * COD - 1,
      validFrom: '2026-01-01',
      validTo: null,
      basis: 'Quy định mẫu',
    });
    const parcels: { number: string; code: string }[] = [];
    for (let made = 0; made < 40; made += 1) parcels.push(await given.announced());
    for (const { number } of parcels) await given.accept(number);
    await given.record(parcels.map(({ number }) => given.aScan(number, 'EMG')));
    const courier = given.courierOf(given.target);
    const answers = await Promise.all(parcels.map(({ number, code }) => given.deliver(number, code, {}, courier)));
    const outcomes = Map.groupBy(answers, ({ status, body }) => (status === 200 ? 'delivered' : `${status} ${body.code}`));
    expect([...outcomes].map(([outcome, { length }]) => [outcome, length]).toSorted()).toEqual([
      ['409 cash.courier-cap', 32],
      ['delivered', 8],
    ]);
    expect((await desk(courier)).own).toMatchObject({ heldVnd: 8 * COD, limitVnd: 9 * COD - 1 });
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body.detail).toMatch(/960\.000.₫ \+ 120\.000.₫ > 1\.079\.999.₫/);
    expect(await given.stateOf(parcels[answers.indexOf(refused)]!.number)).toBe('at_delivery_office');
  }, 60_000);

  it('has a drawer that says the same as the entries', async () => {
    const [{ wrong }] = (await given.rows<{ wrong: number }>(
      `select count(*)::int as wrong from postal.cash_drawer full join
         (select office_id, holder_id, sum(amount_vnd) as vnd from postal.cod_entry where account in ('cash', 'office_cash') group by 1, 2) entries
         using (office_id, holder_id) where coalesce(held_vnd, 0) <> coalesce(vnd, 0)`,
    )) as [{ wrong: number }];
    expect(wrong).toBe(0);
  });
});
