import * as fc from 'fast-check';
import { SellerOrderDelivered, SellerOrderReturned } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, type Actor } from '@choxa/platform';
import { ParcelClosed, type ParcelClosedV1 } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { order, parcel, PERIODS, type Order } from './random-facts.factory.js';
import { recount12, recount13, recountLines } from './recount.js';

// Promise 27: what the API answers equals a recount of the facts by other means, for random facts and filters.
const SEED = Number(process.env.RECOUNT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ROUNDS = 5;
const FILTERS_PER_ROUND = 10;
/** Hundreds of events and dozens of pages each; the machine may be busy with other specs. */
const ROUND_TIMEOUT_MS = 120_000;

const official = (scopeKind: 'nation' | 'province', scopeId: string) => anActor({ role: 'official', scopeKind, scopeId });
const nation = official('nation', 'VN');
const provinces = new Map(['01', '31', '92', '96'].map((code) => [code, official('province', code)]));

const filter: fc.Arbitrary<{ as: Actor; period: string; province: string; covers: string[] | null }> = fc
  .record({
    own: fc.option(fc.constantFrom(...provinces.keys())),
    asked: fc.option(fc.constantFrom(...provinces.keys())),
    period: fc.constantFrom(...PERIODS),
  })
  .map(({ own, asked, period }) => ({
    period,
    as: own ? provinces.get(own)! : nation,
    province: own ? (asked ? own : '') : (asked ?? ''),
    covers: own ? [own] : asked ? [asked] : null,
  }));

describe(`every figure equals a recount of the facts (seed ${SEED})`, () => {
  let world: World;
  const orders: Order[] = [];
  const parcels: ParcelClosedV1[] = [];

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());

  /** Tells the facts in any sequence, some of them twice. */
  async function tell(newOrders: Order[], newParcels: ParcelClosedV1[], seed: number): Promise<void> {
    const events = world.get(Events);
    await world.db.transaction(async (tx) => {
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
      for (const [index, fact] of newParcels.entries()) {
        await events.publish(tx, ParcelClosed, fact);
        if ((index + seed) % 5 === 0) await events.publish(tx, ParcelClosed, fact);
      }
    });
    await world.drain();
  }

  /** The answer without what is no figure; provinces without a fact must say that none arose. */
  async function figures(path: string, as: Actor) {
    const { status, body } = await world.http('GET', `/audit/${path}`, { as });
    expect(status).toBe(200);
    const rows = body.byProvince as { code: string; numerator: number; denominator: number; share: string | null }[];
    for (const row of rows) if (row.denominator === 0) expect(row.share).toBeNull();
    return {
      ...body,
      byProvince: rows
        .filter((row) => row.denominator > 0)
        .map(({ code, numerator, denominator, share }) => ({ code, numerator, denominator, share })),
    };
  }

  async function allLines(query: string, as: Actor): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await world.http('GET', `/audit/indicators/12/lines?${query}&limit=100${cursor}`, { as });
      ids.push(...body.data.map((line: { lineId: string }) => line.lineId));
      if (!body.next) return ids;
      cursor = `&cursor=${body.next}`;
    }
  }

  for (let round = 0; round < ROUNDS; round += 1)
    it(
      `for ${FILTERS_PER_ROUND} filters on the facts of round ${round + 1}`,
      async () => {
        const seed = SEED + round;
        const newOrders = fc.sample(order, { numRuns: 60, seed });
        const newParcels = fc.sample(parcel, { numRuns: 60, seed });
        await tell(newOrders, newParcels, seed);
        orders.push(...newOrders);
        parcels.push(...newParcels);
        let arose = 0;
        await fc.assert(
          fc.asyncProperty(filter, fc.boolean(), async ({ as, period, province, covers }, compliant) => {
            const query = `period=${period}&province=${province}`;
            const wanted = { period, provinces: covers };
            const labelled = recount12(orders, wanted);
            arose += labelled.denominator;
            expect(await figures(`indicators/12?${query}`, as)).toMatchObject(labelled);
            expect(await figures(`indicators/13?${query}`, as)).toMatchObject(recount13(parcels, wanted));
            const lines = recountLines(orders, wanted).filter(
              (line) => line.setCode !== '26' && (line.label.missing.length === 0) === compliant,
            );
            expect((await allLines(`${query}&compliant=${compliant}`, as)).sort()).toEqual(lines.map((line) => line.lineId).sort());
          }),
          { seed, numRuns: FILTERS_PER_ROUND, endOnFailure: true },
        );
        expect(arose).toBeGreaterThan(0);
      },
      ROUND_TIMEOUT_MS,
    );
});
