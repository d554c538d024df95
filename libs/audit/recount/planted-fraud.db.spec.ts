import { randomUUID } from 'node:crypto';
import { ProductPublished, RecognitionSettled } from '@choxa/catalogue';
import { HouseholdLinked, RegisterImported } from '@choxa/households';
import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aDelivery, aLabelWithoutLot, aTradedLine } from '../facts/events.factory.js';
import { auditLib, AuditModule } from '../index.js';

// Issue 6: who wants a better figure buys from himself. The raw share shows it, the net one does not follow.
const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const HONEST = { households: 20, products: 8 };
const WAYS = ['account', 'phone', 'address', 'device'] as const;
const trace = (way: (typeof WAYS)[number], id: string) =>
  ({
    account: { buyerAccountHash: `${id} account` },
    phone: { buyerPhoneHash: `${id} phone` },
    address: { buyerAddressHash: `${id} address` },
    device: { buyerDeviceHash: `${id} device` },
  })[way];

describe('planted fraud', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());

  async function deliver(orders: SellerOrderDeliveredV1[]): Promise<void> {
    await world.db.transaction(async (tx) => {
      for (const order of orders) await world.get(Events).publish(tx, SellerOrderDelivered, order);
    });
    await world.drain();
  }
  async function link(householdId: string): Promise<void> {
    const links = WAYS.map((kind) => ({ kind, hash: `${householdId} ${kind}` }));
    await world.db.transaction((tx) => world.get(Events).publish(tx, HouseholdLinked, { householdId, links }));
    await world.drain();
  }
  async function points() {
    const { body } = await world.http('GET', '/audit/indicators/12?period=2026-Q3', { as: nation });
    const { share, net, byLine, withoutSelfDealing } = body;
    return {
      raw: Number(share),
      net: Number(net.value),
      rawLines: Number(byLine.share),
      netLines: Number(withoutSelfDealing.byLine.share),
    };
  }

  it('moves the raw share by more than three points and the net one by less than one', async () => {
    // Honest trade: three of four products are fully labelled.
    const households = Array.from({ length: HONEST.households }, () => randomUUID());
    const sale = (householdId: string, productId: string, labelled: boolean, changes: Partial<SellerOrderDeliveredV1> = {}) =>
      aDelivery({
        householdId,
        buyerPhoneHash: randomUUID(),
        ...changes,
        lines: [aTradedLine({ productId, ...(labelled ? {} : { label: aLabelWithoutLot() }) })],
      });
    const honest = households.flatMap((householdId) =>
      Array.from({ length: HONEST.products }, (_, index) => ({ householdId, productId: randomUUID(), labelled: index % 4 !== 0 })),
    );
    await deliver(honest.flatMap(({ householdId, productId, labelled }) => [0, 1].map(() => sale(householdId, productId, labelled))));
    const before = await points();
    expect(before).toEqual({ raw: 75, net: 75, rawLines: 75, netLines: 75 });

    // A tenth of all orders: households buy well labelled products of their own which nobody else wants, each way of being found out in turn.
    const orders = honest.length * 2;
    const selfOrders = Array.from({ length: orders / 10 }, (_, index) => {
      const householdId = households[index % households.length]!;
      return sale(householdId, randomUUID(), true, trace(WAYS[index % WAYS.length]!, householdId));
    });
    // Empty shops: their only buyers are themselves.
    const shops = Array.from({ length: 4 }, () => randomUUID());
    const inShops = shops.flatMap((householdId, index) =>
      [0, 1, 2].map(() => sale(householdId, randomUUID(), true, trace(WAYS[index]!, householdId))),
    );
    // Packs relabelled after they were sold: told again with a whole label.
    const relabelled = honest.filter(({ labelled }) => !labelled).slice(0, 10);
    const again = await resold(relabelled.map(({ productId }) => productId));
    for (const householdId of [...households.slice(0, 10), ...shops.slice(0, 2)]) await link(householdId);
    await deliver([...selfOrders, ...inShops, ...again]);
    for (const householdId of [...households.slice(10), ...shops.slice(2)]) await link(householdId);

    const after = await points();
    expect(after.raw - before.raw).toBeGreaterThanOrEqual(3);
    expect(Math.abs(after.net - before.net)).toBeLessThan(1);
    expect(Math.abs(after.netLines - before.netLines)).toBeLessThan(1);
  });

  it('lets empty shops raise the raw share of selling households only', async () => {
    const [honest, shops] = [10, 2].map((count) => Array.from({ length: count }, () => randomUUID())) as [string[], string[]];
    await openShops([...honest, ...shops]);
    await deliver(honest.map((householdId) => aDelivery({ householdId, buyerPhoneHash: randomUUID() })));
    for (const householdId of shops) await link(householdId);
    const share = async () => {
      const { body } = await world.http('GET', '/audit/indicators/11?period=2026-Q3&commune=00004', { as: nation });
      return { raw: body.share, net: body.net.value };
    };
    expect(await share()).toEqual({ raw: '83.33', net: '83.33' });
    await deliver(shops.map((householdId, index) => aDelivery({ householdId, ...trace(WAYS[index]!, householdId) })));
    expect(await share()).toEqual({ raw: '100.00', net: '83.33' });
  });

  it('keeps a pack whose code at the counter was another apart from those a person has checked', async () => {
    const [seen, relabelled] = [randomUUID(), randomUUID()];
    await deliver([
      aDelivery({ lines: [aTradedLine({ productId: seen, checkedByPerson: true })] }),
      aDelivery({ lines: [aTradedLine({ productId: relabelled, checkedByPerson: false })] }),
    ]);
    const checked = async (product: string) => {
      const { body } = await world.http('GET', `/audit/indicators/12?period=2026-Q3&product=${product}`, { as: nation });
      return { labelled: body.share, checked: body.checkedByPerson.share };
    };
    expect(await checked(seen)).toEqual({ labelled: '100.00', checked: '100.00' });
    expect(await checked(relabelled)).toEqual({ labelled: '100.00', checked: '0.00' });
  });

  /** Households of one register, each with a recognised product in the shop. */
  async function openShops(householdIds: string[]): Promise<void> {
    const at = '2026-07-02T00:00:00.000Z';
    const events = world.get(Events);
    const households = householdIds.map((householdId) => ({ entryId: randomUUID(), householdId }));
    await world.db.transaction(async (tx) => {
      const register = { versionId: randomUUID(), communeCode: '00004', provinceCode: '01', asOf: '2026-07-01', version: 1, households };
      await events.publish(tx, RegisterImported, register);
      for (const householdId of householdIds) {
        const product = { productId: randomUUID(), householdId, at };
        await events.publish(tx, ProductPublished, product);
        const days = { validFrom: '2026-01-01', validTo: '2028-12-31', revokedOn: null };
        await events.publish(tx, RecognitionSettled, { ...product, ...days, recognitionId: randomUUID(), stars: 3 });
      }
    });
    await world.drain();
  }

  /** The first sale of each product as if its label had been whole all along. */
  async function resold(products: string[]): Promise<SellerOrderDeliveredV1[]> {
    const rows = await world.db.read.query(
      `select distinct on (product_id) product_id, line_id, seller_order_id, household_id from audit.traded_line
        where product_id = any($1) order by product_id, line_id`,
      [products],
    );
    return rows.map((row: Record<string, string>) =>
      aDelivery({
        sellerOrderId: row.seller_order_id!,
        householdId: row.household_id!,
        lines: [aTradedLine({ lineId: row.line_id!, productId: row.product_id! })],
      }),
    );
  }
});
