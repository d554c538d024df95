import * as fc from 'fast-check';
import { PackOffered } from '@choxa/catalogue';
import { HouseholdLinked } from '@choxa/households';
import { SellerOrderDelivered, SellerOrderReturned } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, sql } from '@choxa/platform';
import { SeededNumbers, testWorld, type World } from '@choxa/testing';
import { aDelivery, aTradedLine } from '../facts/events.factory.js';
import { freezeFunnel } from '../funnel/funnel.query.js';
import { nationOf } from '../periods/make-document.js';
import { readPeriod } from '../periods/audit-period.rules.js';
import { auditLib, AuditModule } from '../index.js';
import { funnelFacts, SETS, type FunnelFacts } from './funnel.factory.js';
import { recountFunnel } from './recount-funnel.js';
import { nation, SEED, ShuffledTelling, SIGHTS } from './recount.factory.js';

// Promise 27 for the funnel. The mutant funnel-skips-label.patch must make it fail.
const FILTERS = 50;
const NOW = new Date('2026-10-20T02:00:00Z');

const filter = fc.record({
  sight: fc.constantFrom(...SIGHTS),
  period: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026', '2026-Q3-YTD'),
  set: fc.constantFrom(null, null, ...SETS),
});

describe(`the funnel (seed ${SEED})`, () => {
  let world: World;
  let told: FunnelFacts;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule], now: NOW });
    told = funnelFacts(new SeededNumbers(SEED));
    await new ShuffledTelling(world)
      .add(PackOffered, told.offers)
      .add(SellerOrderDelivered, told.deliveries)
      .add(SellerOrderReturned, told.returns)
      .add(HouseholdLinked, told.links)
      .tell();
  }, 120_000);
  afterAll(() => world.close());

  const read = async (query: string, as = nation) => {
    const { status, body } = await world.http('GET', `/audit/funnel?${query}`, { as });
    expect([query, status]).toEqual([query, 200]);
    return body;
  };
  const reached = (body: { steps: { key: string; products: number; netProducts: number }[] }) => {
    const [listed, labelled, sold, delivered] = body.steps.map(({ products }) => products);
    const [, , netSold, netDelivered] = body.steps.map(({ netProducts }) => netProducts);
    return { listed, labelled, sold, delivered, netSold, netDelivered };
  };

  it(`equals a recount for ${FILTERS} filters, whole and by commune`, async () => {
    let arose = 0;
    await fc.assert(
      fc.asyncProperty(filter, async ({ sight, period, set }) => {
        const { as, query, provinces, communes } = sight;
        const { whole, communes: cells } = recountFunnel(told, { period, now: NOW, provinces, communes, set });
        const body = await read(`period=${period}&by=commune${query}${set ? `&set=${set}` : ''}`, as);
        expect(reached(body)).toEqual(whole);
        const codes = [...cells.keys()].sort();
        expect(body.cells).toMatchObject(codes.map((code) => ({ code, ...cells.get(code) })));
        arose += whole.delivered;
      }),
      { seed: SEED, numRuns: FILTERS, endOnFailure: true },
    );
    expect(arose).toBeGreaterThan(0);
  }, 120_000);

  it('counts each product in one place, so that its cells add up', async () => {
    for (const by of ['province', 'commune', 'set']) {
      const body = await read(`period=2026&by=${by}`);
      const sums = Object.keys(reached(body)).map((key) => [
        key,
        body.cells.reduce((sum: number, cell: Record<string, number>) => sum + cell[key]!, 0),
      ]);
      expect(Object.fromEntries(sums)).toEqual(reached(body));
    }
  });

  it('says what part of the step before came on', async () => {
    const { steps, method } = await read('period=2026');
    expect(steps[0]).toMatchObject({ key: 'listed', ofBefore: null, ofFirst: '100.00' });
    expect(method).toMatchObject({ version: 'P.1' });
  });

  it('refuses to be cut by what it does not know', async () => {
    const { status, body } = await world.http('GET', '/audit/funnel?operator=demo', { as: nation });
    expect([status, body.code]).toEqual([400, 'indicator.not-cut-so']);
  });

  it('answers a closed version from its frozen rows, whatever is told later, and says where there are none', async () => {
    const period = readPeriod('2026-Q2', NOW);
    const before = await read('period=2026-Q2&by=set');
    await close(2, '"table":"funnel_period"');
    await world.db.transaction((tx) => freezeFunnel(tx, nationOf(period, 0, NOW), 2));
    await deliverAll();
    expect(reached(await read('period=2026-Q2&version=0'))).not.toEqual(reached(before));
    const kept = await read('period=2026-Q2&version=2&by=set');
    expect([kept.steps, kept.cells]).toEqual([before.steps, before.cells]);
    await close(3, 'without');
    expect(await read('period=2026-Q2&version=3')).toMatchObject({ version: 3, steps: [], cells: [] });
  });

  async function close(version: number, document: string): Promise<void> {
    await sql(
      world.db.read,
      `insert into audit.period_version (period, version, document, sha256, signature, key_id, closed_at, closed_by, reason)
       values ('2026-Q2', $1, $2, repeat('a', 64), 's', 'k', now(), gen_random_uuid(), 'Thử')`,
      [version, document],
    );
  }

  /** One more delivery of every product, at the buyer's address. */
  async function deliverAll(): Promise<void> {
    const products = [...new Map(told.offers.map((offer) => [offer.productId, offer])).values()];
    await world.db.transaction(async (tx) => {
      for (const { productId, householdId, setCode } of products)
        await world.get(Events).publish(
          tx,
          SellerOrderDelivered,
          aDelivery({
            householdId,
            toAddress: true,
            deliveredAt: '2026-05-20T03:00:00.000Z',
            lines: [aTradedLine({ productId, setCode })],
          }),
        );
    });
    await world.drain();
  }
});
