import { randomInt } from 'node:crypto';
import { addDays, startOfDay } from '@choxa/standards';
import { anActor, SeededNumbers, testWorld, type World } from '@choxa/testing';
import { placesLib, PlacesModule } from '@choxa/places';
import { CAN_THO, GivenPost, HANOI } from '../given-post.factory.js';
import { PostalDatabase } from '../postal-database.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { ConfirmCashCount } from './confirm-cash-count.js';
import { bookCollected, bookDue, bookRemitted, bookReversed } from './cod-ledger.js';
import { CountCash } from './count-cash.js';
import { DepositCash } from './deposit-cash.js';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
/** In the drill `post-ledger` 10,000. */
const HISTORIES = Number(process.env['POST_MONEY_HISTORIES'] ?? 1_000);
const DAYS = 5;
const FIRST_DAY = '2026-11-16';

/** A plain account book beside ours: what each holder took in and gave on, per day. */
type Recount = Record<'collected' | 'undone' | 'received' | 'handedOver' | 'deposited' | 'shortage' | 'overage', number>;
const nothing = (): Recount => ({ collected: 0, undone: 0, received: 0, handedOver: 0, deposited: 0, shortage: 0, overage: 0 });

// Promise 9: collected = held + remitted + shortage, to the đồng, per courier, office and day.
describe(`the books of ${HISTORIES} random histories (SEED=${seed})`, () => {
  let world: World;
  let given: GivenPost;
  const random = new SeededNumbers(seed);
  /** By day, then by `office holder`. */
  const recount = new Map<string, Map<string, Recount>>();
  const held = new Map<string, number>();
  let remitted = 0;

  const on = (day: string, office: string, holder: string): Recount => {
    const ofDay = recount.get(day) ?? new Map<string, Recount>();
    recount.set(day, ofDay);
    const key = `${office} ${holder}`;
    if (!ofDay.has(key)) ofDay.set(key, nothing());
    return ofDay.get(key)!;
  };
  const heldBy = (office: string, holder: string): number => held.get(`${office} ${holder}`) ?? 0;
  const hold = (office: string, holder: string, vnd: number) => held.set(`${office} ${holder}`, heldBy(office, holder) + vnd);

  beforeAll(
    async () => {
      world = await testWorld({ libs: [placesLib, postalLib], imports: [PlacesModule, PostalModule] });
      given = await GivenPost.in(world, anActor);
      // So much in five days is more than six people may hold.
      await given.rows('update postal.cash_cap set limit_vnd = limit_vnd * 1000');
      const { number } = await given.accepted({ codVnd: 0 });
      const offices = [given.office('song-hong', HANOI), given.office('song-hong', CAN_THO)];
      await given.rows(
        `insert into postal.parcel select (jsonb_populate_record(parcel, jsonb_build_object('number', 'RP' || lpad(n::text, 9, '0') || 'XA',
         'sender_reference', 'rp-' || n, 'delivery_office_id', (array[$2, $3])[1 + n % 2]))).*
         from postal.parcel, generate_series(0, $4::int - 1) n where number = $1`,
        [number, offices[0]!.id, offices[1]!.id, HISTORIES],
      );
      const couriers = offices.map((office) => [1, 2, 3].map(() => given.courierOf(office)));
      const clerks = offices.map((office) => given.clerkOf(office));
      for (let dayNumber = 0; dayNumber < DAYS; dayNumber += 1) {
        const day = addDays(FIRST_DAY, dayNumber);
        world.clock.set(new Date(startOfDay(day).getTime() + 8 * 3_600_000));
        await collect(day, dayNumber, offices, couriers);
        for (const [at, office] of offices.entries()) {
          for (const courier of couriers[at]!) await handOver(day, office.id, courier, clerks[at]!);
          await deposit(day, office.id, clerks[at]!);
        }
      }
    },
    120_000 + HISTORIES * 60,
  );
  afterAll(() => world.close());

  async function collect(day: string, dayNumber: number, offices: GivenPost['offices'], couriers: ReturnType<GivenPost['courierOf']>[][]) {
    await world.get(PostalDatabase).transaction(async (tx) => {
      for (let n = dayNumber; n < HISTORIES; n += DAYS) {
        const number = `RP${String(n).padStart(9, '0')}XA`;
        const vnd = 1 + random.below(90_000);
        const office = offices[n % 2]!.id;
        const courier = couriers[n % 2]![random.below(3)]!;
        const at = world.clock.now();
        await bookDue(tx, number, vnd, at);
        await bookCollected(tx, number, vnd, courier.accountId, at);
        on(day, office, courier.accountId).collected += vnd;
        hold(office, courier.accountId, vnd);
        const fate = random.below(10);
        if (fate === 0) {
          await bookReversed(tx, number, 'collected', at);
          on(day, office, courier.accountId).undone += vnd;
          hold(office, courier.accountId, -vnd);
        } else if (fate > 4) {
          await bookRemitted(tx, number, vnd, Math.max(0, vnd - 28_000), at);
          remitted += vnd;
        }
      }
    });
  }

  async function handOver(
    day: string,
    office: string,
    courier: ReturnType<GivenPost['courierOf']>,
    clerk: ReturnType<GivenPost['clerkOf']>,
  ) {
    const inHand = heldBy(office, courier.accountId);
    const kind = random.below(3) ? 'shift' : 'part';
    const off = kind === 'shift' && !random.below(3) ? random.below(20_000) - 10_000 : 0;
    const countedVnd = kind === 'shift' ? Math.max(0, inHand + off) : random.below(inHand + 1);
    const { id } = JSON.parse(await world.get(CountCash).run(courier, { office, kind, countedVnd }, `${day} ${courier.accountId}`));
    await world.get(ConfirmCashCount).run(clerk, id, { countedVnd, reason: 'Đếm lại' });
    const book = on(day, office, courier.accountId);
    book.handedOver += countedVnd;
    on(day, office, office).received += countedVnd;
    hold(office, office, countedVnd);
    hold(office, courier.accountId, -countedVnd);
    if (kind === 'part') return;
    const difference = countedVnd - inHand;
    book[difference < 0 ? 'shortage' : 'overage'] += Math.abs(difference);
    hold(office, courier.accountId, difference);
  }

  async function deposit(day: string, office: string, clerk: ReturnType<GivenPost['clerkOf']>) {
    const amountVnd = random.below(heldBy(office, office) + 1);
    if (!amountVnd) return;
    await world.get(DepositCash).run(clerk, { office, amountVnd, reference: day }, `${day} ${office}`);
    on(day, office, office).deposited += amountVnd;
    hold(office, office, -amountVnd);
  }

  const manager = () => anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: given.target.operatorId });
  const report = async (day: string) => (await world.http('GET', `/post/cash-reconciliation?day=${day}`, { as: manager() })).body;

  it('say of every courier, office and day what a recount by plain loops says', async () => {
    const running = new Map<string, number>();
    for (let dayNumber = 0; dayNumber < DAYS; dayNumber += 1) {
      const day = addDays(FIRST_DAY, dayNumber);
      const { drawers } = await report(day);
      for (const [key, one] of recount.get(day)!) {
        const openingVnd = running.get(key) ?? 0;
        const cameIn = one.collected + one.received + one.overage;
        const closingVnd = openingVnd + cameIn - one.handedOver - one.deposited - one.shortage - one.undone;
        running.set(key, closingVnd);
        const [office, holder] = key.split(' ');
        const row = drawers.find(
          (drawer: { officeId: string; holderId: string }) => drawer.officeId === office && drawer.holderId === holder,
        );
        const figures = Object.fromEntries(Object.entries(one).map(([name, vnd]) => [`${name}Vnd`, vnd]));
        expect(row).toMatchObject({ ...figures, openingVnd, closingVnd, even: true });
      }
    }
    expect(running).toEqual(held);
  });

  it('say of the whole operator: collected = held + bank + remitted + shortage', async () => {
    const days = [...recount.values()].flatMap((day) => [...day.values()]);
    const total = (name: keyof Recount) => days.reduce((sum, day) => sum + day[name], 0);
    const expected = {
      collectedVnd: total('collected') - total('undone'),
      heldVnd: [...held.values()].reduce((sum, vnd) => sum + vnd, 0),
      bankVnd: total('deposited') - remitted,
      remittedVnd: remitted,
      shortageVnd: total('shortage'),
      overageVnd: total('overage'),
    };
    const [operator] = (await report(addDays(FIRST_DAY, DAYS - 1))).operators;
    expect(operator).toMatchObject(expected);
    const { collectedVnd, overageVnd, heldVnd, bankVnd, remittedVnd, shortageVnd } = operator;
    expect(collectedVnd + overageVnd).toBe(heldVnd + bankVnd + remittedVnd + shortageVnd);
  });

  it('are seen by clerks for their own offices only, and age to just what is held', async () => {
    const clerk = given.clerkOf(given.target);
    const { body } = await world.http('GET', '/post/cash-reconciliation', { as: clerk });
    expect(new Set(body.drawers.map(({ officeId }: { officeId: string }) => officeId))).toEqual(new Set([given.target.id]));
    expect(body.operators).toEqual([]);
    const foreign = given.clerkOf(given.office('cuu-long', CAN_THO));
    expect((await world.http('GET', `/post/cash-reconciliation?office=${given.target.id}`, { as: foreign })).body.drawers).toEqual([]);
    const { ageing } = (await world.http('GET', '/post/cash-standing', { as: manager() })).body;
    for (const { heldVnd, days0to1, days2to3, days4to7, older } of ageing)
      expect(days0to1 + days2to3 + days4to7 + older).toBe(Math.max(0, heldVnd));
    expect(ageing.reduce((sum: number, { heldVnd }: { heldVnd: number }) => sum + heldVnd, 0)).toBe(
      [...held.values()].reduce((a, b) => a + b, 0),
    );
  });

  it('have no journal that is uneven', async () => {
    const uneven = await given.rows('select journal_id from postal.cod_entry group by journal_id having sum(amount_vnd) <> 0');
    expect(uneven).toEqual([]);
  });
});
