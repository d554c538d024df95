import * as fc from 'fast-check';
import { HouseholdLinked } from '@choxa/households';
import { SellerOrderDelivered, SellerOrderReturned } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, type Actor } from '@choxa/platform';
import { testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { HOUSEHOLDS, linksOf, order, PERIODS, SETS, type Order } from './random-facts.factory.js';
import { official, SEED } from './recount.factory.js';
import { Recount, recount12, recountCells, recountGains, type Filter, type Line } from './recount.js';

// Promise 27: what the API answers equals a recount of the facts by other means, for random facts and filters.
const ROUNDS = 5;
const FILTERS_PER_ROUND = 10;
/** Hundreds of events and dozens of pages each; the machine may be busy with other specs. */
const ROUND_TIMEOUT_MS = 120_000;

type Asked = Filter & { as: Actor };

/** Who asks, for which place: any official, for all he may see or for a province or commune in it. */
const place = fc.constantFrom(...HOUSEHOLDS).chain(({ provinceCode, communeCode }) => {
  const [nation, province, commune] = [official('nation', 'VN'), official('province', provinceCode), official('commune', communeCode)];
  return fc.constantFrom<Pick<Asked, 'as' | 'places' | 'province' | 'commune'>>(
    { as: nation, places: null, province: null, commune: null },
    { as: nation, places: null, province: provinceCode, commune: null },
    { as: nation, places: null, province: provinceCode, commune: communeCode },
    { as: province, places: [provinceCode], province: null, commune: null },
    { as: province, places: [provinceCode], province: null, commune: communeCode },
    { as: commune, places: [communeCode], province: null, commune: null },
    { as: commune, places: [communeCode], province: provinceCode, commune: communeCode },
  );
});
/** Of what: mostly everything. */
const thing = fc.constantFrom(...HOUSEHOLDS).chain(({ householdId, products }) => {
  const all = { household: null, product: null, set: null };
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(all) },
    { weight: 1, arbitrary: fc.constant({ ...all, household: householdId }) },
    { weight: 1, arbitrary: fc.constantFrom(...products).map((product) => ({ ...all, product })) },
    { weight: 1, arbitrary: fc.constantFrom(...SETS).map((set) => ({ ...all, set })) },
  );
});
const filter: fc.Arbitrary<Asked> = fc
  .tuple(place, thing, fc.constantFrom(...PERIODS))
  .map(([place, thing, period]) => ({ ...place, ...thing, period }));

const CODES = {
  province: (line: Line) => line.provinceCode,
  commune: (line: Line) => line.communeCode,
  household: (line: Line) => line.householdId,
  product: (line: Line) => line.productId,
  set: (line: Line) => line.setCode,
};
const by = fc.constantFrom(...(Object.keys(CODES) as (keyof typeof CODES)[]));

interface Cell {
  code: string;
  numerator: number;
  denominator: number;
}

describe(`every figure equals a recount of the facts (seed ${SEED})`, () => {
  let world: World;
  const orders: Order[] = [];
  const links = new Map<string, Set<string>>();

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());

  /** Tells the facts in any sequence, some of them twice; what links buyers with a household comes before its sales, or after. */
  async function tell(newOrders: Order[], round: number, seed: number): Promise<void> {
    const events = world.get(Events);
    const told = linksOf(round % HOUSEHOLDS.length);
    await world.db.transaction(async (tx) => {
      await events.publish(tx, HouseholdLinked, told[0]!);
      for (const [index, { delivered, returnedAt, returnedLines }] of newOrders.entries()) {
        const returned = async () => {
          if (returnedAt)
            await events.publish(tx, SellerOrderReturned, { sellerOrderId: delivered.sellerOrderId, returnedAt, lineIds: returnedLines });
        };
        if ((index + seed) % 3 === 0) await returned();
        await events.publish(tx, SellerOrderDelivered, delivered);
        if ((index + seed) % 5 === 0) await events.publish(tx, SellerOrderDelivered, delivered);
        if ((index + seed) % 3 !== 0) await returned();
      }
    });
    await world.drain();
    await world.db.transaction(async (tx) => {
      for (const link of [told[1]!, told[0]!]) await events.publish(tx, HouseholdLinked, link);
    });
    await world.drain();
    for (const { householdId, links: found } of told)
      links.set(householdId, new Set([...(links.get(householdId) ?? []), ...found.map(({ kind, hash }) => `${kind} ${hash}`)]));
  }

  async function read(path: string, as: Actor) {
    const { status, body } = await world.http('GET', `/audit/${path}`, { as });
    expect([path, status]).toEqual([path, 200]);
    return body;
  }

  const lowestFirst = (one: Cell, other: Cell) =>
    one.numerator * other.denominator - other.numerator * one.denominator ||
    other.denominator - one.denominator ||
    (one.code < other.code ? -1 : 1);

  async function all<Row>(path: string, as: Actor, limit = 100): Promise<Row[]> {
    const rows: Row[] = [];
    for (let cursor = ''; ;) {
      const body = await read(`${path}&limit=${limit}${cursor}`, as);
      rows.push(...body.data);
      if (!body.next) return rows;
      cursor = `&cursor=${body.next}`;
    }
  }

  async function compare(recount: Recount, asked: Asked, cut: keyof typeof CODES): Promise<number> {
    const { as, places: _, ...wanted } = asked;
    const query = new URLSearchParams(Object.entries(wanted).map(([key, value]): [string, string] => [key, value ?? ''])).toString();
    if (!recount.knows(asked)) {
      expect((await world.http('GET', `/audit/indicators/12?${query}`, { as })).status).toBe(404);
      return 0;
    }
    const lines = recount.goods(asked);
    const answer = await read(`indicators/12?${query}`, as);
    expect(answer).toMatchObject({ ...recount12(lines), services: recount.services(asked) });
    const provinces = answer.byProvince.filter(({ denominator }: { denominator: number }) => denominator);
    expect(provinces).toMatchObject(recountCells(lines, CODES.province));
    for (const row of answer.byProvince) if (row.denominator === 0) expect(row.share).toBeNull();

    const cells = await all<Cell>(`indicators/12/breakdown?by=${cut}&${query}`, as, 20);
    expect(cells).toEqual(cells.toSorted(lowestFirst));
    expect(cells.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toMatchObject(recountCells(lines, CODES[cut]));
    const gaps = await read(`indicators/12/gaps?${query}`, as);
    const gains = gaps.data.map(({ field, gain, netGain }: Record<string, unknown>) => [field, { gain, netGain }]);
    expect(new Map(gains)).toEqual(recountGains(lines));
    const listed = await all<{ lineId: string; fewBuyers: boolean }>(`indicators/12/lines?${query}`, as);
    const few = lines.map((line): [string, boolean] => [line.lineId, recount.boughtByFew(line.productId, asked.period)]);
    expect(new Map(listed.map(({ lineId, fewBuyers }) => [lineId, fewBuyers]))).toEqual(new Map(few));
    expect(listed).toHaveLength(lines.length);
    return lines.length;
  }

  for (let round = 0; round < ROUNDS; round += 1)
    it(
      `for ${FILTERS_PER_ROUND} filters on the facts of round ${round + 1}`,
      async () => {
        const seed = SEED + round;
        const newOrders = fc.sample(order, { numRuns: 40, seed });
        await tell(newOrders, round, seed);
        orders.push(...newOrders);
        const recount = new Recount(orders, links);
        const nation = {
          as: official('nation', 'VN'),
          places: null,
          province: null,
          commune: null,
          household: null,
          product: null,
          set: null,
        };
        let arose = await compare(recount, { ...nation, period: '2026' }, 'product');
        await fc.assert(
          fc.asyncProperty(filter, by, async (asked, cut) => {
            arose += await compare(recount, asked, cut);
          }),
          { seed, numRuns: FILTERS_PER_ROUND, endOnFailure: true },
        );
        expect(arose).toBeGreaterThan(0);
      },
      ROUND_TIMEOUT_MS,
    );
});
